#include "input/lines.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace tonelint {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

/// Of most bytes that they are not (part of) white space.
constexpr bool is_ink(char byte) { return byte > ' ' && static_cast<unsigned char>(byte) < 0x80; }

}  // namespace

Lines::Lines(std::string_view text, Span part)
    : text_(text.substr(0, part.end)),
      at_(part.begin),
      line_feed_(text_.find('\n', at_)),
      carriage_return_(text_.find('\r', at_)) {}

bool Lines::next(Line& line) {
  if (at_ >= text_.size()) return false;
  const std::size_t begin = at_;
  const std::size_t end = std::min(std::min(line_feed_, carriage_return_), text_.size());
  at_ = end + 1;
  if (end == carriage_return_) {
    carriage_return_ = text_.find('\r', at_);
    if (line_feed_ == at_) ++at_;
  }
  if (line_feed_ < at_) line_feed_ = text_.find('\n', at_);
  const bool bare = begin == end || (is_ink(text_[begin]) && is_ink(text_[end - 1]));
  line = bare ? Line{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, 0}
              : trimmed(begin, end);
  return true;
}

Line Lines::trimmed(std::size_t begin, std::size_t end) const {
  const Span text = tonelint::trimmed(
      text_, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  std::uint32_t indent = 0;
  for (; begin < text.begin; ++begin) {
    if (text_[begin] == '\t') indent = indent / 4 * 4 + 3;
    if (text_[begin] != no_break_space[1]) ++indent;
  }
  return {text, indent};
}

Span trimmed(std::string_view text, Span span) {
  while (!span.empty()) {
    if (ascii::is_space(text[span.begin])) {
      ++span.begin;
    } else if (span.size() >= 2 && text.substr(span.begin, 2) == no_break_space) {
      span.begin += 2;
    } else {
      break;
    }
  }
  while (!span.empty()) {
    if (ascii::is_space(text[span.end - 1])) {
      --span.end;
    } else if (span.size() >= 2 && text.substr(span.end - 2, 2) == no_break_space) {
      span.end -= 2;
    } else {
      break;
    }
  }
  return span;
}

}  // namespace tonelint
