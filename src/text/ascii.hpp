#pragma once

#include <string>
#include <string_view>

/// What single bytes are as ASCII, whatever the locale; a byte above 0x7F is none of it.
namespace tonelint::ascii {

[[nodiscard]] constexpr bool is_digit(char c) { return '0' <= c && c <= '9'; }
[[nodiscard]] constexpr bool is_lower(char c) { return 'a' <= c && c <= 'z'; }
[[nodiscard]] constexpr bool is_upper(char c) { return 'A' <= c && c <= 'Z'; }
[[nodiscard]] constexpr bool is_letter(char c) { return is_lower(c) || is_upper(c); }
[[nodiscard]] constexpr bool is_line_end(char c) { return c == '\n' || c == '\r'; }
[[nodiscard]] constexpr bool is_space(char c) { return c == ' ' || c == '\t' || is_line_end(c); }

/// A capital as its small letter; anything else as it is. The other way round: `upper`.
[[nodiscard]] constexpr char lower(char c) {
  return static_cast<char>(c | static_cast<char>(is_upper(c)) << 5);
}
[[nodiscard]] constexpr char upper(char c) { return is_lower(c) ? static_cast<char>(c - 32) : c; }

[[nodiscard]] inline std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}
[[nodiscard]] inline bool same_but_for_case(std::string_view left, std::string_view right) {
  if (left.size() != right.size()) return false;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (lower(left[i]) != lower(right[i])) return false;
  }
  return true;
}

}  // namespace tonelint::ascii
