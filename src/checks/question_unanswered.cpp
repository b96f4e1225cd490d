#include <algorithm>

#include "checks/detectors.hpp"
#include "checks/prose.hpp"
#include "checks/stems.hpp"
#include "document/word_list.hpp"

namespace tonelint {
namespace {

/// Words of questions that want no answer: "Are you kidding?", "Seriously?"
constexpr WordList rhetorical({"kidding", "joking", "joke", "serious", "seriously", "hell", "heck",
                               "wtf", "earth", "ridiculous", "insane", "crazy", "stupid", "right",
                               "anyone", "anybody", "really", "care", "hello"});
/// Words of an answer to several questions at once: "Yes to both."
constexpr WordList at_once({"both", "neither", "either", "questions"});

struct Question {
  Range tokens;
  Range stems;  ///< In the list of stems.
  bool touched = false;
};

bool has_word(const Document& document, Range tokens, const auto& list) {
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = document.tokens()[i];
    if (!token.has(Token::hidden) && list.contains(document.text(token))) return true;
  }
  return false;
}

/// Questions whose words tell what they are about. Those with a single short word do not: "Is it
/// free?" may well be answered in other words.
void read_questions(const Document& message, std::vector<Question>& questions,
                    std::vector<Stem>& stems) {
  for (const Sentence& sentence : message.sentences()) {
    if (!is_question(message, sentence) || has_word(message, sentence.tokens, rhetorical)) continue;
    // "Or is it too late?" belongs to the question before.
    if (is_word(message.text(message.tokens()[sentence.tokens.begin]), "or")) continue;
    const auto begin = static_cast<std::uint32_t>(stems.size());
    content_stems(message, sentence.tokens, stems);
    const auto end = static_cast<std::uint32_t>(stems.size());
    if (end > begin + 1 || (end == begin + 1 && stems[begin].letters >= 6)) {
      questions.push_back({sentence.tokens, {begin, end}});
    }
  }
}

}  // namespace

void detect_question_unanswered(const Subject& subject, std::vector<Finding>& findings) {
  const Document* message = subject.facts.message;
  const Document& document = subject.document;
  const Range body = document.part(Part::body);
  if (message == nullptr || body.empty()) return;
  thread_local std::vector<Question> questions;
  thread_local std::vector<Stem> theirs;
  thread_local std::vector<Stem> ours;
  questions.clear();
  theirs.clear();
  ours.clear();
  read_questions(*message, questions, theirs);
  if (questions.size() < 2 || has_word(document, body, at_once)) return;
  content_stems(document, body, ours);
  sort(ours);
  bool any = false;
  for (Question& question : questions) {
    for (std::uint32_t i = question.stems.begin; i < question.stems.end; ++i) {
      question.touched = question.touched || sorted_contain(ours, theirs[i]);
    }
    any = any || question.touched;
  }
  if (!any) return;
  const Range last = document.sentences()[document.sentence_of(body.end - 1)].tokens;
  if (!subject.in_scope(last)) return;
  for (const Question& question : questions) {
    if (question.touched) continue;
    Finding finding = subject.finding(last);
    finding.match = message->text(message->span(question.tokens));
    findings.push_back(std::move(finding));
  }
}

}  // namespace tonelint
