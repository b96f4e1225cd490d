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

/// The cell at the beginning of `text`, which is not empty. Any bytes will do.
[[nodiscard]] Cell next_cell(std::string_view text);

/// Appends a cell so that it can do a terminal no harm: a tab as spaces, the escape character as ␛,
/// and so on. `text` begins with the cell.
void append_cell(std::string& out, std::string_view text, Cell cell);

/// How many columns a text takes when `append_cell` shows it.
[[nodiscard]] std::size_t columns_of(std::string_view text);

}  // namespace tonelint
