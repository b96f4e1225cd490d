#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tonelint/source.hpp"

namespace tonelint {

/// Where the lines of some bytes begin, so that a byte offset becomes a line and a column. Lines
/// end at LF, CRLF or a lone CR. A byte order mark counts as no column.
class LineIndex {
 public:
  LineIndex() = default;
  /// One pass over `bytes`, which the caller keeps alive.
  explicit LineIndex(std::string_view bytes) { build(bytes); }
  /// As the constructor, and keeps the memory of the index before.
  void build(std::string_view bytes);

  /// The place of a byte; behind the end it is that of the end.
  [[nodiscard]] Position position(std::size_t offset) const;
  /// As above, counted from `last` where that stands before it on the same line, and kept there:
  /// many places of one long line, asked for in order, take no longer than the line.
  struct Place {
    std::size_t offset = 0;
    Position position;
  };
  [[nodiscard]] Position position(std::size_t offset, Place& last) const;
  /// The column in UTF-16 code units, from 1, as editors and annotations count.
  [[nodiscard]] std::uint32_t utf16_column(std::size_t offset) const;

  /// The number of the line that a byte stands in, from 1; behind the end it is that of the end.
  [[nodiscard]] std::size_t number(std::size_t offset) const { return line_at(offset) + 1; }
  [[nodiscard]] std::size_t line_count() const { return begins_.size(); }
  /// The bytes of a line, which counts from 1, without what ends it. Empty when there is no such
  /// line.
  [[nodiscard]] Span line(std::size_t number) const;

 private:
  [[nodiscard]] std::size_t line_at(std::size_t offset) const;
  /// The bytes of the line before `offset`.
  [[nodiscard]] std::string_view before(std::size_t offset) const;

  std::string_view bytes_;
  std::vector<std::uint32_t> begins_{0};
};

}  // namespace tonelint
