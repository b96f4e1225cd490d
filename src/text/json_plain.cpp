#include "text/json_plain.hpp"

#include <cstdint>
#include <cstring>

namespace tonelint {
namespace {

constexpr std::uint64_t each = 0x0101010101010101;
constexpr std::uint64_t high_bits = each << 7;

constexpr bool is_plain(unsigned char byte) {
  return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

/// Whether some byte is 0.
constexpr bool has_zero(std::uint64_t bytes) { return ((bytes - each) & ~bytes & high_bits) != 0; }

constexpr bool are_plain(std::uint64_t bytes) {
  const bool high_or_control = ((bytes | (bytes - each * 0x20)) & high_bits) != 0;
  return !high_or_control && !has_zero(bytes ^ each * '"') && !has_zero(bytes ^ each * '\\') &&
         !has_zero(bytes ^ each * 0x7F);
}

}  // namespace

std::size_t json_plain_prefix(std::string_view text) {
  std::size_t at = 0;
  for (std::uint64_t bytes = 0; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    if (!are_plain(bytes)) break;
  }
  while (at < text.size() && is_plain(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

}  // namespace tonelint
