#include "phrases/commonness.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tonelint {
namespace {

/// How often letters and spaces are met in English, in thousandths.
constexpr std::string_view by_frequency = " etaoinshrdlucmfwypvbgkjqxz";
constexpr std::array<unsigned, 27> frequencies{180, 104, 74, 67, 62, 57, 57, 52, 50,
                                               49,  35,  33, 23, 23, 20, 18, 19, 16,
                                               16,  8,   12, 16, 6,  1,  1,  1,  1};

/// Within the longer forms of UTF-8. Curly quotes and dashes share their first two bytes, as most
/// emoji do; of any other form the first tells least.
unsigned wide_commonness(std::size_t first, std::size_t second) {
  if (first == 0xE2 && second == 0x80) return 400;
  if (first == 0x80 && second >= 0x93 && second <= 0x9D) return 60;
  if (first == 0xF0 && second == 0x9F) return 60;
  return first >= 0xC0 ? 1 : 0;
}

}  // namespace

unsigned commonness(std::size_t first, std::size_t second) {
  const auto is_digit = [](std::size_t c) { return c >= '0' && c <= '9'; };
  const auto is_capital = [](std::size_t c) { return c >= 'A' && c <= 'Z'; };
  const auto frequency = [](std::size_t c) {
    const std::size_t at = by_frequency.find(static_cast<char>(c));
    return at == std::string_view::npos ? 0U : frequencies[at];
  };
  if (first >= 0x80 || second >= 0x80) return wide_commonness(first, second);
  if (first == ' ' && is_capital(second)) return 30;
  if (second == '\'' && frequency(first) != 0) return 15;
  if (is_digit(first) && second == ' ') return 20;
  if (is_capital(first) && second == ' ') return 5;
  if (second == '.' || second == ',') return std::max(1U, frequency(first));
  if (is_digit(first) && is_digit(second)) return 5;
  return std::max(1U, frequency(first) * frequency(second) * 6 / 100);
}

}  // namespace tonelint
