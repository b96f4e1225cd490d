#include <algorithm>

#include "checks/detectors.hpp"
#include "checks/prose.hpp"
#include "document/word_list.hpp"

namespace tonelint {
namespace {

/// How questions begin that are answered by yes or no.
constexpr WordList askers({"is",  "are",   "am",   "was",   "were",   "do",  "does",  "did",
                           "can", "could", "will", "would", "should", "may", "have",  "has",
                           "isn", "aren",  "don",  "doesn", "didn",   "won", "haven", "hasn"});
/// What may stand before it: "So, is it free?"
constexpr WordList openers({"so", "and", "but", "also", "hi", "hello", "hey", "please", "or"});
constexpr WordList answers({"yes", "no", "yep", "nope", "yeah", "absolutely", "certainly",
                            "definitely", "indeed", "correct", "sure"});
/// What "Yes" goes on with where no mark stands behind it.
constexpr WordList subjects({"you", "we", "i", "it", "this", "that", "they", "there", "the", "your",
                             "our", "of"});

/// Words of sentences that may well come first: a thank-you, an apology, a word of sympathy.
constexpr WordList warm({"sorry", "apologise", "apologize", "apologies", "thank", "thanks",
                         "understand", "appreciate", "frustrating", "annoying", "upsetting"});

bool is_warm(const Document& document, const Sentence& sentence) {
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    if (warm.contains(document.text(document.tokens()[i]))) return true;
  }
  return false;
}

bool asks_yes_or_no(const Document& message) {
  for (const Sentence& sentence : message.sentences()) {
    if (!is_question(message, sentence)) continue;
    std::uint32_t i = word_from(message, sentence.tokens.begin, sentence.tokens.end);
    while (i < sentence.tokens.end && openers.contains(message.text(message.tokens()[i]))) {
      i = word_from(message, i + 1, sentence.tokens.end);
    }
    if (i == sentence.tokens.end) continue;
    if (askers.contains(stem_of_contraction(message.text(message.tokens()[i])))) return true;
  }
  return false;
}

/// Whether two words stand at `i`.
bool are_words(const Document& document, std::uint32_t i, std::uint32_t end, std::string_view one,
               std::string_view two) {
  return i + 1 < end && is_word(document.text(document.tokens()[i]), one) &&
         is_word(document.text(document.tokens()[i + 1]), two);
}

/// "Yes, …", "No: …", "In short, …", "To answer your question, …", "The short answer is …".
bool is_answer(const Document& document, const Sentence& sentence) {
  const auto tokens = document.tokens();
  const std::uint32_t end = sentence.tokens.end;
  std::uint32_t i = word_from(document, sentence.tokens.begin, end);
  if (i < end && is_word(document.text(tokens[i]), "so")) i = word_from(document, i + 1, end);
  if (i == end || !is_own_word(tokens[i]) || is_question(document, sentence)) return false;
  if (answers.contains(document.text(tokens[i]))) {
    if (i + 1 == end || tokens[i + 1].kind != Token::Kind::word) return true;
    return subjects.contains(stem_of_contraction(document.text(tokens[i + 1])));
  }
  return are_words(document, i, end, "in", "short") ||
         are_words(document, i, end, "to", "answer") ||
         are_words(document, i, end, "the", "answer") ||
         (are_words(document, i, end, "the", "short") && i + 2 < end &&
          is_word(document.text(tokens[i + 2]), "answer"));
}

}  // namespace

void detect_late_answer(const Subject& subject, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  const Document* message = subject.facts.message;
  const Range body = document.part(Part::body);
  const auto max = static_cast<std::uint32_t>(subject.option("max", 60));
  if (message == nullptr || body.empty() || document.words_in(body) <= max) return;
  if (!asks_yes_or_no(*message)) return;
  const auto is_hidden = [&](const Sentence& sentence) {
    return document.tokens()[sentence.tokens.begin].has(Token::hidden);
  };
  const auto sentences = document.sentences().subspan(document.sentence_of(body.begin));
  const auto answer =
      std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& sentence) {
        return sentence.tokens.begin >= body.end ||
               (!is_hidden(sentence) && is_answer(document, sentence));
      });
  if (answer == sentences.end() || answer->tokens.begin >= body.end) return;
  std::uint32_t before = 0;
  for (auto sentence = sentences.begin(); sentence != answer; ++sentence) {
    if (is_hidden(*sentence) || is_warm(document, *sentence)) continue;
    before += document.words_in(sentence->tokens);
  }
  if (before <= max || !subject.in_scope(answer->tokens)) return;
  findings.push_back(subject.finding(answer->tokens));
  findings.back().count = before;
}

}  // namespace tonelint
