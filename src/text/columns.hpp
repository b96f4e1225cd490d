#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tonelint {

/// What stands in a terminal as one thing: a letter with its marks, an emoji sequence, a flag.
struct Cell {
  enum class Kind : std::uint8_t { printed, tab, hidden };
  std::uint32_t size = 0;     ///< Bytes.
  std::uint32_t columns = 0;  ///< As `append_cell` shows it.
  Kind kind = Kind::printed;  ///< hidden: a control, a mark of direction, an invalid byte.
};

/// How many bytes of `text`, from its beginning, are each a cell of one column: printable ASCII.
/// That is nearly all text, and worth a loop of its own.
[[nodiscard]] std::size_t plain_prefix(std::string_view text);

/// `next_cell` for what is not printable ASCII.
[[nodiscard]] Cell next_wide_cell(std::string_view text);

/// The cell at the beginning of `text`, which is not empty. Any bytes will do.
[[nodiscard]] inline Cell next_cell(std::string_view text) {
  const bool is_plain = text[0] >= 0x20 && text[0] < 0x7F;
  if (is_plain && (text.size() == 1 || (text[1] & 0x80) == 0)) {
    return {1, 1, Cell::Kind::printed};
  }
  return next_wide_cell(text);
}

/// Appends a cell so that it can do a terminal no harm: a tab as spaces, the escape character as ␛,
/// and so on. `text` begins with the cell.
void append_cell(std::string& out, std::string_view text, Cell cell);

}  // namespace tonelint
