#include "checks/detectors.hpp"
#include "checks/prose.hpp"
#include "document/word_list.hpp"

namespace tonelint {
namespace {

/// What may stand between "Please" and its verb.
constexpr WordList adverbs({"also", "then", "just", "now", "kindly", "do", "simply", "always",
                            "first", "next", "once", "only", "immediately"});
constexpr WordList more_verbs({"be", "see", "advise", "have", "know", "understand", "refer"});

/// "Please send", "Please also confirm": the tokens, or nothing.
Range please_start(const Subject& subject, Range sentence) {
  const Document& document = subject.document;
  const auto tokens = document.tokens();
  const std::uint32_t first = word_from(document, sentence.begin, sentence.end);
  if (first == sentence.end || !is_own_word(tokens[first])) return {};
  if (!subject.is(first, trait_please)) return {};
  for (std::uint32_t i = first + 1; i < sentence.end && is_own_word(tokens[i]); ++i) {
    const std::string_view word = document.text(tokens[i]);
    const bool more = adverbs.contains(word) && i + 1 < sentence.end;
    if (more && tokens[i + 1].kind == Token::Kind::word) continue;
    const bool is_verb = subject.is(i, trait_imperative) || more_verbs.contains(word);
    return is_verb ? Range{first, i + 1} : Range{};
  }
  return {};
}

}  // namespace

void detect_sentence_starts(const Subject& subject, std::vector<Finding>& findings) {
  const double max = subject.option("max", 1);
  double count = 0;
  Range shown;
  for (const Sentence& sentence : subject.document.sentences()) {
    const Range start = please_start(subject, sentence.tokens);
    if (start.empty() || !subject.in_scope(start)) continue;
    ++count;
    if (count > max && shown.empty()) shown = start;
  }
  if (shown.empty()) return;
  findings.push_back(subject.finding(shown));
  findings.back().count = count;
}

}  // namespace tonelint
