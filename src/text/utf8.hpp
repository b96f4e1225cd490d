#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// UTF-8 by named functions. Bytes that are not UTF-8 are read as U+FFFD, one for each maximal
/// subpart (Unicode 15, section 3.9), so every string can be decoded and nothing reads past its
/// end.
namespace tonelint::utf8 {

inline constexpr char32_t replacement = 0xFFFD;
/// U+FFFD as UTF-8.
inline constexpr std::string_view replacement_bytes = "\xEF\xBF\xBD";
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// One decoded step: `size` bytes were read. Where they are not UTF-8, `code_point` is U+FFFD and
/// `valid` is false.
struct Decoded {
  char32_t code_point = replacement;
  std::size_t size = 0;
  bool valid = false;
};

/// Decodes what begins at `at`, which must be less than the size of `text`.
[[nodiscard]] Decoded decode(std::string_view text, std::size_t at);

/// The code point at `at`, which moves behind it. `at` must be less than the size of `text`.
[[nodiscard]] inline char32_t next(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    ++at;
    return byte;
  }
  const Decoded decoded = decode(text, at);
  at += decoded.size;
  return decoded.code_point;
}

/// How many bytes of `text`, from its beginning, are ASCII.
[[nodiscard]] std::size_t ascii_prefix(std::string_view text);
/// How many bytes of `text`, from its beginning, are valid UTF-8.
[[nodiscard]] std::size_t valid_prefix(std::string_view text);
[[nodiscard]] inline bool is_valid(std::string_view text) {
  return valid_prefix(text) == text.size();
}

/// Appends one code point; what is not a Unicode scalar value is written as U+FFFD.
void append(std::string& out, char32_t code_point);

/// How many code points `text` has.
[[nodiscard]] std::size_t length(std::string_view text);
/// How many UTF-16 code units `text` has.
[[nodiscard]] std::size_t utf16_length(std::string_view text);

/// True for the bytes 80 to BF, which never begin a code point.
[[nodiscard]] constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The beginning of `text`, at most so many bytes, that cuts no code point.
[[nodiscard]] constexpr std::string_view prefix(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  for (int i = 0; i < 3 && most > 0 && is_continuation(text[most]); ++i) --most;
  return text.substr(0, most);
}

}  // namespace tonelint::utf8
