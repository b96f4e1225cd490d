#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tonelint/source.hpp"

namespace tonelint {

/// One line: its text without white space at the ends, and how far it is indented.
struct Line {
  Span text;
  std::uint32_t indent = 0;
};

/// The lines of a text, one after the other; they end at LF, CRLF or a lone CR. A no-break space
/// counts as white space: rich-text editors leave lines of nothing else.
class Lines {
 public:
  explicit Lines(std::string_view text)
      : Lines(text, {0, static_cast<std::uint32_t>(text.size())}) {}
  /// The lines of a part of `text`; spans count in `text`.
  Lines(std::string_view text, Span part);

  bool next(Line& line);

 private:
  [[nodiscard]] Line trimmed(std::size_t begin, std::size_t end) const;

  std::string_view text_;
  std::size_t at_;
  std::size_t line_feed_, carriage_return_;
};

/// `span` without white space (no-break spaces too) at its ends.
[[nodiscard]] Span trimmed(std::string_view text, Span span);

}  // namespace tonelint
