#include "text/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace tonelint::utf8 {
namespace {

/// What may follow a lead byte: how many bytes, and the range of the first of them. The others are
/// 80 to BF.
struct Follow {
  unsigned count;
  unsigned char low, high;
};

Follow after(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {1, 0x80, 0xBF};
  if (lead == 0xE0) return {2, 0xA0, 0xBF};
  if (lead == 0xED) return {2, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {2, 0x80, 0xBF};
  if (lead == 0xF0) return {3, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {3, 0x80, 0xBF};
  if (lead == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

}  // namespace

Decoded decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1, true};
  const Follow follow = after(lead);
  if (follow.count == 0) return {replacement, 1, false};
  char32_t code_point = lead & (0x3FU >> follow.count);
  unsigned char low = follow.low, high = follow.high;
  for (std::size_t i = 1; i <= follow.count; ++i) {
    if (at + i >= text.size()) return {replacement, i, false};
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if (byte < low || byte > high) return {replacement, i, false};
    code_point = (code_point << 6U) | (byte & 0x3FU);
    low = 0x80;
    high = 0xBF;
  }
  return {code_point, follow.count + 1U, true};
}

std::size_t ascii_prefix(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, 8);
    if ((bytes & 0x8080808080808080U) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

std::size_t valid_prefix(std::string_view text) {
  std::size_t at = ascii_prefix(text);
  while (at < text.size()) {
    const Decoded decoded = decode(text, at);
    if (!decoded.valid) break;
    at += decoded.size;
    if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) {
      at += ascii_prefix(text.substr(at));
    }
  }
  return at;
}

void append(std::string& out, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    code_point = replacement;
  }
  const auto tail = [&](unsigned shift) {
    out += static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU));
  };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xC0U | (code_point >> 6U));
    tail(0);
  } else if (code_point < 0x10000) {
    out += static_cast<char>(0xE0U | (code_point >> 12U));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | (code_point >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::size_t length(std::string_view text) {
  std::size_t at = ascii_prefix(text);
  std::size_t count = at;
  for (; at < text.size(); ++count) static_cast<void>(next(text, at));
  return count;
}

std::size_t utf16_length(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) count += next(text, at) >= 0x10000 ? 2 : 1;
  return count;
}

}  // namespace tonelint::utf8
