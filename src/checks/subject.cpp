#include "checks/check.hpp"

namespace tonelint {

double Subject::option(std::string_view key, double otherwise) const {
  for (const OptionRecord& option :
       tables.options.subspan(rule.options.begin, rule.options.count)) {
    if (string(option.key) == key) return option.number;
  }
  return otherwise;
}

bool Subject::in_parts(Range tokens) const {
  const std::uint32_t in = rule.in;
  constexpr std::uint32_t marked =
      in_bit(Part::quote) | in_bit(Part::code) | in_bit(Part::signature);
  const bool hidden = document.tokens()[tokens.begin].has(Token::hidden);
  if ((in & (marked | in_list | in_prose)) != 0) {
    const auto& paragraph = document.paragraphs()[document.paragraph_of(tokens.begin)];
    if ((in & marked & in_bit(paragraph.part)) != 0) return true;
    const std::uint32_t kind = paragraph.kind == Block::Kind::list_item   ? in_list
                               : paragraph.kind == Block::Kind::paragraph ? in_prose
                                                                          : 0;
    if (!hidden && (in & kind) != 0) return true;
  }
  if (hidden) return false;
  const Range body = document.part(Part::body);
  if ((in & (in_first_sentence | in_last_sentence)) != 0 && body.contains(tokens.begin)) {
    const std::uint32_t sentence = document.sentence_of(tokens.begin);
    if ((in & in_first_sentence) != 0 && sentence == document.sentence_of(body.begin)) return true;
    if ((in & in_last_sentence) != 0 && sentence == document.sentence_of(body.end - 1)) {
      return true;
    }
  }
  for (std::uint32_t part = 0; part < part_count; ++part) {
    if ((in >> part & 1U) != 0 && document.part(static_cast<Part>(part)).contains(tokens.begin)) {
      return true;
    }
  }
  return false;
}

bool Subject::is_shielded(Span text) const {
  if (rule.except == list_none) return false;
  bool shielded = false;
  scan.for_each_about(rule.except, text, [&](const Hit& hit) {
    shielded = hit.text.overlaps(text) && phrases.alternatives[hit.alternative].phrase != left_out;
    return !shielded;
  });
  return shielded;
}

Finding Subject::finding(Range tokens) const {
  Finding finding;
  finding.rule = index;
  finding.tokens = tokens;
  finding.text = document.span(tokens);
  return finding;
}

}  // namespace tonelint
