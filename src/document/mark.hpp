#pragma once

#include <cstdint>
#include <string_view>

#include "document/token.hpp"

namespace tonelint {

/// The kind of a token that is one ASCII mark.
[[nodiscard]] constexpr Token::Kind kind_of_mark(char mark) {
  using enum Token::Kind;
  if (mark == '.' || mark == '!' || mark == '?') return terminator;
  if (mark == ':' || mark == ';') return separator;
  return std::string_view(",()[]{}/\\-'\"").find(mark) != std::string_view::npos ? pause : symbol;
}
/// The same for any script. Emoji are not told here.
[[nodiscard]] Token::Kind kind_of_wide_mark(char32_t mark);
/// White space that makes no token though UAX #29 sees a character of its own: a tab, U+00A0,
/// U+FEFF.
[[nodiscard]] bool is_blank(char32_t code_point);
/// An emoji to people's eyes: shown in colour, or a picture with a variation selector.
[[nodiscard]] bool is_emoji(std::string_view segment);
/// The traits (character.hpp) of a segment that the Latin rules do not know.
[[nodiscard]] std::uint16_t unicode_traits(std::string_view segment);
/// The length of the emoticon at `at`, such as ":-)" or "<3", or 0.
[[nodiscard]] std::uint32_t emoticon_at(std::string_view text, std::uint32_t at);

}  // namespace tonelint
