#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tonelint::character {

/// What a code point means to word segmentation (its Word_Break value, as ICU 72 tailors it) and to
/// the flags of a token. Bits, so that a word's traits are the traits of its characters or-ed.
enum Trait : std::uint16_t {
  letter = 1 << 0,
  digit = 1 << 1,
  joiner = 1 << 2,  ///< ExtendNumLet: "_".
  upper = 1 << 3,
  lower = 1 << 4,
  mid_letter = 1 << 5,  ///< Joins two letters; with mid_number, MidNumLet or Single_Quote.
  mid_number = 1 << 6,  ///< Joins two digits.
  extend = 1 << 7,      ///< Extend or Format: part of what it follows.
  space = 1 << 8,       ///< WSegSpace.
  newline = 1 << 9,     ///< CR, LF and Newline.
  other = 1 << 10,      ///< Stands alone.
  wide = 1 << 11,       ///< Not ASCII.
  slow = 1 << 12,       ///< Not known here: ask ICU.
  trigger = 1 << 13,    ///< ASCII that may begin an address, a placeholder or an emoticon.
  dot = 1 << 14,        ///< A full stop.
  word = letter | digit | joiner,
};

/// The traits of a character and its length in bytes.
struct Character {
  std::uint16_t traits;
  std::uint8_t size;
};

namespace detail {

/// By byte; all of UTF-8's longer forms are `slow`.
consteval std::array<std::uint16_t, 256> byte_table() {
  std::array<std::uint16_t, 256> table{};
  for (std::size_t c = 0; c < 256; ++c) table[c] = c < 128 ? other : slow;
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = letter | lower;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) table[c] = letter | upper;
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = digit;
  table['@'] = letter | trigger;  // ICU's tailoring: keeps addresses and handles whole.
  table['_'] = joiner | trigger;
  table['.'] = table['\''] = mid_letter | mid_number;
  table['.'] |= dot;
  table[','] = table[';'] = mid_number;
  table[' '] = space;
  for (const char c : {'\n', '\r', '\v', '\f'}) table[static_cast<std::size_t>(c)] = newline;
  for (const char c : {'{', '[', '%', '<', '#', '/', ':', ';'}) {
    table[static_cast<std::size_t>(c)] |= trigger;
  }
  return table;
}

// U+0100..U+024F, all letters: U upper or title case, l lower case, - neither.
inline constexpr std::string_view latin_extended_case =
    "UlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUllUlUlUlUlUlUlUlUllUlUlUlUlUl"
    "UlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUUlUlUlllUUlUlUUlUUUllUUUUlUUlUUUlllUUlUUlUlUlUU"
    "lUllUlUUlUUUlUlUUll-Ulll----UUlUUlUUlUlUlUlUlUlUlUlUllUlUlUlUlUlUlUlUlUllUUlUlUUUlUl"
    "UlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUl";

/// U+0080..U+024F.
consteval std::array<std::uint16_t, 0x1D0> latin_table() {
  std::array<std::uint16_t, 0x1D0> table{};
  const auto at = [&](std::size_t c) -> std::uint16_t& { return table[c - 0x80]; };
  for (std::size_t c = 0x80; c < 0xC0; ++c) at(c) = other;
  for (std::size_t c = 0xC0; c < 0xDF; ++c) at(c) = letter | upper;
  for (std::size_t c = 0xDF; c < 0x100; ++c) at(c) = letter | lower;
  for (std::size_t c = 0x100; c < 0x250; ++c) {
    const char shape = latin_extended_case[c - 0x100];
    at(c) = letter | (shape == 'U' ? upper : shape == 'l' ? lower : 0);
  }
  at(0x85) = newline;
  at(0xAD) = extend;
  at(0xAA) = at(0xBA) = letter;
  at(0xB5) = letter | lower;
  at(0xB7) = mid_letter;
  at(0xD7) = at(0xF7) = other;
  for (std::uint16_t& traits : table) traits |= wide;
  return table;
}

/// U+2000..U+206F, general punctuation.
consteval std::array<std::uint16_t, 0x70> punctuation_table() {
  std::array<std::uint16_t, 0x70> table{};
  const auto at = [&](std::size_t c) -> std::uint16_t& { return table[c - 0x2000]; };
  for (std::uint16_t& traits : table) traits = other;
  for (std::size_t c = 0x2000; c <= 0x200A; ++c) at(c) = space;
  at(0x2007) = other;
  at(0x200C) = at(0x200E) = at(0x200F) = extend;
  at(0x200D) = slow;  // The joiner of emoji sequences.
  at(0x2018) = at(0x2019) = at(0x2024) = mid_letter | mid_number;
  at(0x2027) = mid_letter;
  at(0x2028) = at(0x2029) = newline;
  at(0x202F) = at(0x203F) = at(0x2040) = at(0x2054) = joiner;
  at(0x2044) = mid_number;
  at(0x205F) = space;
  for (std::size_t c = 0x202A; c <= 0x202E; ++c) at(c) = extend;
  for (std::size_t c = 0x2060; c <= 0x206F; ++c) at(c) = c == 0x2065 ? other : extend;
  for (std::uint16_t& traits : table) traits |= wide;
  return table;
}

inline constexpr auto bytes = byte_table();
inline constexpr auto latin = latin_table();
inline constexpr auto punctuation = punctuation_table();

[[nodiscard]] constexpr bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// Any character that is not ASCII.
[[nodiscard]] inline Character wide_at(const char* at, const char* end) {
  const auto byte = [&](int i) { return static_cast<unsigned char>(at[i]); };
  constexpr Character unknown{slow | wide, 1};
  const unsigned lead = byte(0);
  if (lead < 0xC2 || end - at < 2 || !continues(byte(1))) return unknown;
  if (lead < 0xE0) {
    const unsigned code = (lead & 0x1F) << 6 | (byte(1) & 0x3Fu);
    if (code < 0x250) return {latin[code - 0x80], 2};
    if (code >= 0x300 && code < 0x370) return {extend | wide, 2};  // Combining accents.
    return {slow | wide, 2};
  }
  if (end - at < 3 || !continues(byte(2))) return unknown;
  if (lead < 0xF0) {
    const unsigned code = (lead & 0xF) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    if (code >= 0x2000 && code < 0x2070) return {punctuation[code - 0x2000], 3};
    if (code >= 0x20A0 && code < 0x20D0) return {other | wide, 3};  // Currency.
    if (code == 0x20E3 || code == 0xFE0E || code == 0xFE0F) return {extend | wide, 3};
    // Arrows, mathematics, boxes, symbols, dingbats; circled letters lie between.
    if (code == 0x2122 || (code >= 0x2190 && code < 0x2400) || (code >= 0x2500 && code < 0x2C00)) {
      return {other | wide, 3};
    }
    return {slow | wide, 3};
  }
  if (end - at < 4 || !continues(byte(3)) || lead > 0xF4) return unknown;
  if (lead == 0xF0 && byte(1) == 0x9F) {  // The emoji that stand alone, and skin tones.
    const unsigned code = 0x1F000 | (byte(2) & 0x3Fu) << 6 | (byte(3) & 0x3Fu);
    if (code >= 0x1F3FB && code < 0x1F400) return {extend | wide, 4};
    if ((code >= 0x1F300 && code < 0x1F650) || (code >= 0x1F680 && code < 0x1F700) ||
        (code >= 0x1F900 && code < 0x1FB00)) {
      return {other | wide, 4};
    }
  }
  return {slow | wide, 4};
}

}  // namespace detail

/// The character at `at`, which is before `end`.
[[nodiscard]] inline Character at(const char* at, const char* end) {
  const auto byte = static_cast<unsigned char>(*at);
  if (byte < 0x80) return {detail::bytes[byte], 1};
  return detail::wide_at(at, end);
}

/// Traits of a single byte; all of UTF-8's longer forms are `slow`.
[[nodiscard]] inline std::uint16_t traits(char c) {
  return detail::bytes[static_cast<unsigned char>(c)];
}
/// A letter of ASCII. In a word "@" counts as one, and is none here.
[[nodiscard]] inline bool is_letter(char c) { return c != '@' && traits(c) & letter; }

}  // namespace tonelint::character
