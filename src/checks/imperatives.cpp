#include "checks/detectors.hpp"
#include "checks/prose.hpp"
#include "document/word_list.hpp"

namespace tonelint {
namespace {

/// Words that make a request of a command.
constexpr WordList softeners({"please", "kindly", "could", "would", "can", "may", "let", "might",
                              "together", "feel", "welcome", "whenever", "happy"});
/// What follows a verb that is no command but a noun: "Check marks are …", "Order 12 is …".
constexpr WordList finite({"is", "are", "was", "were", "has", "have", "had", "will", "can", "may",
                           "does", "did"});

bool is_bare_command(const Subject& subject, const Sentence& sentence) {
  const Document& document = subject.document;
  const auto tokens = document.tokens();
  const std::uint32_t first = word_from(document, sentence.tokens.begin, sentence.tokens.end);
  if (first == sentence.tokens.end || !is_own_word(tokens[first])) return false;
  if (!subject.is(first, trait_imperative) || is_question(document, sentence)) return false;
  if (document.text(tokens[sentence.tokens.begin]) == "-") return false;  // A list in one line.
  const std::uint32_t second = word_from(document, first + 1, sentence.tokens.end);
  if (second < sentence.tokens.end) {
    const std::string_view next = document.text(tokens[second]);
    if (finite.contains(next) || tokens[second].kind == Token::Kind::number) return false;
    if (is_word(document.text(tokens[first]), "take") &&
        (is_word(next, "care") || is_word(next, "your")))
      return false;
  }
  for (std::uint32_t i = first + 1; i < sentence.tokens.end; ++i) {
    if (softeners.contains(stem_of_contraction(document.text(tokens[i])))) return false;
  }
  return true;
}

/// Whether a sentence has its line to itself: a list in all but its marks.
bool is_line(const Document& document, Range sentence, Range paragraph) {
  const auto tokens = document.tokens();
  const bool begins =
      sentence.begin == paragraph.begin || tokens[sentence.begin].has(Token::newline_before);
  const bool ends =
      sentence.end == paragraph.end || tokens[sentence.end].has(Token::newline_before);
  return begins && ends && sentence != paragraph;
}

}  // namespace

void detect_imperatives(const Subject& subject, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  const double max = subject.option("max", 2);
  for (const Paragraph& paragraph : document.paragraphs()) {
    if (paragraph.kind != Block::Kind::paragraph) continue;
    Range run;
    double count = 0;
    const auto judge = [&] {
      if (count > max) {
        findings.push_back(subject.finding(run));
        findings.back().count = count;
      }
      count = 0;
    };
    for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
      const Sentence& sentence = document.sentences()[i];
      if (!is_bare_command(subject, sentence) || !subject.in_scope(sentence.tokens) ||
          is_line(document, sentence.tokens, paragraph.tokens)) {
        judge();
        continue;
      }
      if (count == 0) run = sentence.tokens;
      run.end = sentence.tokens.end;
      ++count;
    }
    judge();
  }
}

}  // namespace tonelint
