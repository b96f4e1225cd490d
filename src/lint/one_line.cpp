#include "lint/one_line.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace tonelint {

bool is_one_line(std::string_view text) {
  constexpr std::uint64_t each = 0x0101010101010101;
  constexpr std::uint64_t top = 0x80 * each;
  constexpr std::size_t step = sizeof(std::uint64_t);
  if (text.size() < step) return false;
  // Eight bytes at a time, of which the last is looked at again beside the next.
  for (std::size_t at = 0; at + 1 < text.size(); at += step - 1) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + std::min(at, text.size() - step), step);
    // A byte's top bit is set where it is more than a space, or no less than one.
    const std::uint64_t above = ((bytes & ~top) + (0x7F - ' ') * each) | bytes;
    const std::uint64_t from = ((bytes & ~top) + (0x80 - ' ') * each) | bytes;
    const std::uint64_t blank = ~above & top;
    if (((blank & blank >> 8) | (~from & top)) != 0) return false;
  }
  return true;
}

void append_one_line(std::string_view words, std::string& out) {
  const std::size_t begin = out.size();
  bool space = begin == 0 || out.back() == ' ';
  if (is_one_line(words) && !(space && words.front() == ' ')) {
    out += words;
    return;
  }
  out.resize(begin + words.size());
  char* to = out.data() + begin;
  for (const char c : words) {
    const bool is_next = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    *to = is_next ? ' ' : c;
    to += !(space && is_next);
    space = is_next;
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

}  // namespace tonelint
