#include "checks/check.hpp"

namespace tonelint {

double Subject::option(std::string_view key, double otherwise) const {
  for (const OptionRecord& option :
       tables.options.subspan(rule.options.begin, rule.options.count)) {
    if (string(option.key) == key) return option.number;
  }
  return otherwise;
}

bool Subject::in_scope(Range tokens) const {
  const std::uint32_t in = rule.in;
  if (in == 0) {
    const Range signature = document.part(Part::signature);
    return !document.tokens()[tokens.begin].has(Token::hidden) && !signature.contains(tokens.begin);
  }
  const auto& paragraph = document.paragraphs()[document.paragraph_of(tokens.begin)];
  for (const Part part : {Part::quote, Part::code, Part::signature}) {
    if ((in & in_bit(part)) != 0 && paragraph.part == part) return true;
  }
  if (document.tokens()[tokens.begin].has(Token::hidden)) return false;
  if ((in & in_list) != 0 && paragraph.kind == Block::Kind::list_item) return true;
  if ((in & in_prose) != 0 && paragraph.kind == Block::Kind::paragraph) return true;
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
