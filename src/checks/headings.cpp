#include <algorithm>

#include "checks/detectors.hpp"

namespace tonelint {
namespace {

/// Whether a paragraph is a heading by its looks: a few words on a line of their own, with no full
/// stop behind them.
bool is_heading(const Document& document, const Paragraph& paragraph) {
  if (paragraph.kind == Block::Kind::heading) return true;
  if (paragraph.part != Part::body || document.words_in(paragraph.tokens) > 6) return false;
  return document.tokens()[paragraph.tokens.end - 1].kind != Token::Kind::terminator;
}

/// Whether something stands out: a heading, a list, words in bold.
bool has_landmark(const Document& document) {
  const auto is_strong = [](const Mark& mark) { return mark.kind == Mark::Kind::strong; };
  const auto& marks = document.reply().marks;
  if (std::any_of(marks.begin(), marks.end(), is_strong)) return true;
  const auto paragraphs = document.paragraphs();
  return std::any_of(paragraphs.begin(), paragraphs.end(), [&](const Paragraph& paragraph) {
    return paragraph.kind == Block::Kind::list_item || is_heading(document, paragraph);
  });
}

}  // namespace

void detect_no_headings(const Subject& subject, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  const Range body = document.part(Part::body);
  const double max = subject.option("max", 250);
  if (body.empty() || document.words_in(body) <= max || has_landmark(document)) return;
  const Range first = document.sentences()[document.sentence_of(body.begin)].tokens;
  if (!subject.in_scope(first)) return;
  findings.push_back(subject.finding(first));
  findings.back().count = document.words_in(body);
}

}  // namespace tonelint
