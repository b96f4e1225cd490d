#include "text/columns.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "text/utf8.hpp"
#include "text/width_ranges.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint {
namespace {

constexpr std::uint32_t joiner = 0x200D;
constexpr std::uint32_t emoji_style = 0xFE0F;
constexpr std::uint32_t tab_columns = 4;

template <std::size_t N>
bool within(const CodePointRange (&ranges)[N], std::uint32_t code_point) {
  const auto* found = std::lower_bound(
      std::begin(ranges), std::end(ranges), code_point,
      [](const CodePointRange& range, std::uint32_t wanted) { return range.last < wanted; });
  return found != std::end(ranges) && found->first <= code_point;
}

/// Characters that a terminal acts on instead of printing: C0, DEL, C1, line separators, and the
/// marks that turn the direction of the text around.
bool is_hidden(std::uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_flag_letter(std::uint32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }
bool is_skin_tone(std::uint32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }
bool is_pictograph(std::uint32_t c) {
  return c >= 0x1F000 ? c < 0x1FB00 : c >= 0x2190 && c < 0x2C00;
}
bool is_tag(std::uint32_t c) { return c >= 0xE0020 && c <= 0xE007F; }

std::uint32_t width_of(std::uint32_t c) {
  // Most of what is no letter of ASCII: Latin letters, quotation marks and dashes, arrows, boxes.
  if (c < 0x300 || (c >= 0x2010 && c < 0x2028) || (c >= 0x2190 && c < 0x2300) ||
      (c >= 0x2500 && c < 0x2580)) {
    return 1;
  }
  if (within(zero_width_ranges, c)) return 0;
  return within(wide_ranges, c) ? 2 : 1;
}

}  // namespace

std::size_t plain_prefix(std::string_view text) {
  constexpr std::uint64_t every = 0x0101010101010101U;
  std::size_t size = 0;
  for (; size + 8 <= text.size(); size += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + size, 8);
    const std::uint64_t high = bytes | every * 0x80;
    const std::uint64_t others = ~(high - every * 0x20) | (bytes + every) | bytes;
    if ((others & every * 0x80) != 0) break;
  }
  while (size < text.size() && text[size] >= 0x20 && text[size] < 0x7F) ++size;
  // What is not ASCII may be a mark on the letter before it.
  const bool may_be_marked = size > 0 && size < text.size() && (text[size] & 0x80) != 0;
  return may_be_marked ? size - 1 : size;
}

Cell next_wide_cell(std::string_view text) {
  const utf8::Decoded first = utf8::decode(text, 0);
  const std::uint32_t base = first.code_point;
  if (base == '\t') return {1, tab_columns, Cell::Kind::tab};

  Cell cell{static_cast<std::uint32_t>(first.size), width_of(base), Cell::Kind::printed};
  if (!first.valid || is_hidden(base)) {
    cell.columns = 1;
    cell.kind = Cell::Kind::hidden;
    return cell;
  }
  bool flag = is_flag_letter(base);  // still waits for its second letter
  if (flag) cell.columns = 1;
  while (cell.size < text.size() && static_cast<unsigned char>(text[cell.size]) >= 0x80) {
    const auto [next, next_size, valid] = utf8::decode(text, cell.size);
    if (!valid || is_hidden(next)) break;
    const std::size_t behind = cell.size + next_size;
    std::size_t size = next_size;
    if (next == emoji_style || (is_skin_tone(next) && is_pictograph(base)) ||
        (flag && is_flag_letter(next))) {
      cell.columns = 2;
      flag = false;
    } else if (next == joiner && is_pictograph(base) && behind < text.size()) {
      const utf8::Decoded joined = utf8::decode(text, behind);
      if (is_pictograph(joined.code_point)) {
        cell.columns = 2;
        size += joined.size;
      }
    } else if (width_of(next) != 0 && !is_tag(next)) {
      break;
    }
    cell.size += static_cast<std::uint32_t>(size);
  }
  return cell;
}

void append_cell(std::string& out, std::string_view text, Cell cell) {
  if (cell.kind == Cell::Kind::printed) {
    out.append(text.data(), cell.size);
    return;
  }
  if (cell.kind == Cell::Kind::tab) {
    out.append(tab_columns, ' ');
    return;
  }
  const auto c = static_cast<unsigned char>(text[0]);
  if (c < 0x20) {  // U+2400 SYMBOL FOR NULL and those after it
    out += "\xE2\x90";
    out += static_cast<char>(0x80 + c);
  } else {
    out += c == 0x7F ? "\u2421" : "\uFFFD";
  }
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  while (true) {
    const std::size_t plain = plain_prefix(text);
    columns += plain;
    text.remove_prefix(plain);
    if (text.empty()) return columns;
    const Cell cell = next_cell(text);
    columns += cell.columns;
    text.remove_prefix(cell.size);
  }
}

}  // namespace tonelint
