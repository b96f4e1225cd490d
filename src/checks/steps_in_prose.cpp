#include "checks/detectors.hpp"
#include "checks/steps.hpp"

namespace tonelint {
namespace {

bool starts_line(const Document& document, std::uint32_t token) {
  return token == 0 || document.tokens()[token].has(Token::newline_before);
}

}  // namespace

void detect_steps_in_prose(const Subject& subject, std::vector<Finding>& findings) {
  if ((subject.scan.all_traits() & trait_imperative) == 0) return;
  const Document& document = subject.document;
  const double min = subject.option("min", 3);
  for (const Paragraph& paragraph : document.paragraphs()) {
    if (paragraph.kind != Block::Kind::paragraph || !subject.in_scope(paragraph.tokens)) continue;
    if (count_imperatives(subject, paragraph.tokens) < min) continue;
    Range told;
    double count = 0;
    // Steps on lines of their own are a list already; only its marks are missing.
    bool by_line = true;
    for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
      const Range tokens = document.sentences()[i].tokens;
      if (!subject.in_scope(tokens)) continue;
      const std::uint32_t found = count_steps(subject, document.sentences()[i]);
      if (found == 0) continue;
      by_line &= found <= 2 && starts_line(document, tokens.begin);
      if (told.empty()) told = tokens;
      told.end = tokens.end;
      count += found;
    }
    if (count < min || count == 0 || by_line) continue;
    findings.push_back(subject.finding(told));
    findings.back().count = count;
  }
}

void detect_step_actions(const Subject& subject, std::vector<Finding>& findings) {
  if ((subject.scan.all_traits() & trait_imperative) == 0) return;
  const Document& document = subject.document;
  const double max = subject.option("max", 2);
  for (const Paragraph& paragraph : document.paragraphs()) {
    if (paragraph.kind != Block::Kind::list_item || !subject.in_scope(paragraph.tokens)) continue;
    if (count_imperatives(subject, paragraph.tokens) <= max) continue;
    double count = 0;
    for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
      count += count_steps(subject, document.sentences()[i]);
    }
    if (count <= max) continue;
    findings.push_back(subject.finding(paragraph.tokens));
    findings.back().count = count;
  }
}

}  // namespace tonelint
