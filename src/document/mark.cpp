#include "document/mark.hpp"

#include <unicode/uchar.h>

#include "document/character.hpp"
#include "text/utf8.hpp"

namespace tonelint {

Token::Kind kind_of_wide_mark(char32_t mark) {
  using enum Token::Kind;
  if (mark < 0x80) return kind_of_mark(static_cast<char>(mark));
  constexpr std::u32string_view terminators = U"…‼⁇⁈⁉‽。！？．｡؟۔।॥։";
  constexpr std::u32string_view separators = U"：；؛";
  constexpr std::u32string_view pauses = U"“”‘’–—¿¡،、，";
  if (pauses.find(mark) != std::u32string_view::npos) return pause;
  if (terminators.find(mark) != std::u32string_view::npos) return terminator;
  if (separators.find(mark) != std::u32string_view::npos) return separator;
  switch (u_charType(static_cast<UChar32>(mark))) {
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return pause;
    default:
      return symbol;
  }
}

bool is_blank(char32_t code_point) {
  if (code_point < 0x80) return code_point == '\t';
  return code_point == 0xFEFF || code_point == 0x200B ||
         u_isUWhiteSpace(static_cast<UChar32>(code_point));
}

bool is_emoji(std::string_view segment) {
  std::size_t at = 0;
  const auto first = static_cast<UChar32>(utf8::next(segment, at));
  if (first < 0x80) return segment.ends_with("\u20e3");  // A keycap.
  if (u_hasBinaryProperty(first, UCHAR_EMOJI_PRESENTATION)) return true;
  if (!u_hasBinaryProperty(first, UCHAR_EXTENDED_PICTOGRAPHIC)) return false;
  if (segment.substr(at).starts_with("\ufe0f")) return true;
  // Pictures that older systems send without the selector; © ™ ↔ ▶ and check marks are not.
  return first >= 0x1F000 || (first >= 0x2600 && first < 0x2700) || first == 0x2764 ||
         first == 0x2763;
}

std::uint16_t unicode_traits(std::string_view segment) {
  unsigned traits = character::slow | character::wide;
  for (std::size_t at = 0; at < segment.size();) {
    const auto code = static_cast<UChar32>(utf8::next(segment, at));
    if (code < 0x80) {
      traits |= character::traits(static_cast<char>(code));
      continue;
    }
    switch (u_charType(code)) {
      case U_UPPERCASE_LETTER:
      case U_TITLECASE_LETTER:
        traits |= character::letter | character::upper;
        break;
      case U_LOWERCASE_LETTER:
        traits |= character::letter | character::lower;
        break;
      case U_MODIFIER_LETTER:
      case U_OTHER_LETTER:
      case U_LETTER_NUMBER:
        traits |= character::letter;
        break;
      case U_DECIMAL_DIGIT_NUMBER:
        traits |= character::digit;
        break;
      default:
        break;
    }
  }
  return static_cast<std::uint16_t>(traits);
}

namespace {

bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || character::traits(c) & character::word;
}

/// A bracket that is open before `at` on its line: the ")" of ":)" may belong to it.
bool bracket_is_open(std::string_view text, std::uint32_t at) {
  for (std::uint32_t i = at; i > 0 && at - i < 80; --i) {
    const char c = text[i - 1];
    if (c == '(') return true;
    if (c == ')' || c == '\n') return false;
  }
  return false;
}

}  // namespace

std::uint32_t emoticon_at(std::string_view text, std::uint32_t at) {
  const auto after = [&](std::uint32_t end) {  // Nothing may run on.
    return end == text.size() || !is_word_byte(text[end]);
  };
  const auto is = [&](std::uint32_t i, std::string_view set) {
    return i < text.size() && set.find(text[i]) != std::string_view::npos;
  };
  if (text[at] == '<') {
    const std::uint32_t heart = is(at + 1, "/") ? at + 2 : at + 1;
    return is(heart, "3") && after(heart + 1) ? heart + 1 - at : 0;
  }
  if (!is(at, ":;")) return 0;
  std::uint32_t mouth = at + 1;
  if (is(mouth, "-'")) ++mouth;
  if (!is(mouth, ")(DPpOo/|*3")) return 0;
  const std::uint32_t end = mouth + 1;
  if (!after(end) || (text[mouth] == '/' && is(end, "/"))) return 0;
  // ":3" and ":/" without a nose are rather a ratio and a path.
  if (mouth == at + 1 && is(mouth, "3/|*") && !(end == text.size() || is(end, " \n"))) return 0;
  if (at > 0 && is_word_byte(text[at - 1])) {  // "Thanks:)", but not "(at 10:30)" or "a:p".
    const bool letter = character::traits(text[at - 1]) & character::letter;
    if (!letter || !is(mouth, ")(")) return 0;
  }
  if (text[mouth] == ')' && bracket_is_open(text, at)) return 0;
  return end - at;
}

}  // namespace tonelint
