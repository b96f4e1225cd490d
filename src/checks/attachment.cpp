#include "checks/detectors.hpp"
#include "checks/prose.hpp"
#include "document/word_list.hpp"

namespace tonelint {
namespace {

constexpr WordList triggers({"attached", "attaching", "attach", "attachment", "attachments",
                             "enclosed", "enclosing", "enclose"});
constexpr WordList negations({"no",   "not",  "never", "without", "nothing", "cannot", "if",
                              "didn", "wasn", "isn",   "doesn",   "weren",   "couldn", "can",
                              "don",  "once", "when",  "forgot",  "thank",   "thanks", "missing"});
/// What is done with an attachment that is there.
constexpr WordList looking({"see", "in", "open", "find", "check", "view", "download", "read",
                            "with", "sign", "print", "use", "follow", "per"});
constexpr WordList determiners({"the", "this", "my", "our", "these", "an", "attached"});

bool is_customer(std::string_view word) {
  return is_word(word, "you") || is_word(word, "your") || is_word(word, "customer");
}

/// Whether the word at `at`, with the one behind it, takes what its sentence goes on to promise
/// back, or puts it on the customer.
bool takes_back(const Document& document, std::uint32_t at) {
  const std::string_view word = stem_of_contraction(document.text(document.tokens()[at]));
  if (negations.contains(word)) return true;
  if (!is_customer(word)) return false;
  const std::string_view next = document.text(document.tokens()[at + 1]);
  return is_word(next, "have") || is_word(next, "had");
}

/// Whether it is the customer who attached: "You'll find it attached" is ours, "you attached" and
/// "you've attached" is theirs.
bool is_theirs(const Document& document, Range sentence, std::uint32_t at) {
  const auto word = [&](std::uint32_t before) {
    return at < sentence.begin + before ? "" : document.text(document.tokens()[at - before]);
  };
  return is_customer(stem_of_contraction(word(1))) ||
         (word(2).size() > 4 && is_customer(stem_of_contraction(word(2))));
}

/// "attached to your account" is no file; "attached to this email" is.
bool is_attached_to_another(const Document& document, Range sentence, std::uint32_t at) {
  const auto tokens = document.tokens();
  if (at + 2 >= sentence.end || !is_word(document.text(tokens[at + 1]), "to")) return false;
  return !is_word(document.text(tokens[at + 2]), "this");
}

bool is_promise(const Document& document, Range sentence, std::uint32_t at) {
  const auto tokens = document.tokens();
  const std::string_view word = document.text(tokens[at]);
  const std::string_view before =
      at > sentence.begin ? stem_of_contraction(document.text(tokens[at - 1])) : "";
  if (is_theirs(document, sentence, at)) return false;
  if (is_word(word, "attached")) return !is_attached_to_another(document, sentence, at);
  if (is_word(word, "enclosed")) {
    if (at + 1 == sentence.end) return true;
    const std::string_view next = document.text(tokens[at + 1]);
    return !is_word(next, "in") && !is_word(next, "with") && !is_word(next, "by");
  }
  const bool ours = is_word(before, "i") || is_word(before, "we") || is_word(before, "am") ||
                    is_word(before, "are");
  if (!is_word(word.substr(0, 10), "attachment")) return ours;
  return at >= sentence.begin + 2 && determiners.contains(before) &&
         looking.contains(document.text(tokens[at - 2]));
}

}  // namespace

void detect_attachment(const Subject& subject, std::vector<Finding>& findings) {
  const Context* context = subject.facts.context;
  if (context == nullptr || context->attachments != 0U) return;
  const Document& document = subject.document;
  for (const Sentence& sentence : document.sentences()) {
    const bool question = is_question(document, sentence);
    std::uint32_t read = sentence.tokens.begin;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const Token& token = document.tokens()[i];
      if (!is_own_word(token) || !triggers.contains(document.text(token))) continue;
      if (question || !subject.in_scope({i, i + 1})) continue;
      while (read < i && !takes_back(document, read)) ++read;
      if (read < i) break;  // Nor is what follows in this sentence promised.
      if (!is_promise(document, sentence.tokens, i)) continue;
      findings.push_back(subject.finding({i, i + 1}));
      return;  // One missing file is missed once.
    }
  }
}

}  // namespace tonelint
