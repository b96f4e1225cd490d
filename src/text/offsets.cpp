#include "tonelint/offsets.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace tonelint {
namespace {

constexpr std::size_t step = 1024;

/// Adds the units from `from` until `to`, and moves `from` there or just behind.
void advance(std::string_view bytes, std::size_t& from, std::size_t to, Offsets::Units& units) {
  while (from < to) {
    units.utf16 += utf8::next(bytes, from) >= 0x10000 ? 2 : 1;
    ++units.code_points;
  }
}

}  // namespace

void Offsets::build(std::string_view bytes) {
  bytes_ = bytes;
  ascii_ = utf8::ascii_prefix(bytes);
  steps_.clear();
  Step at{{static_cast<std::uint32_t>(ascii_), static_cast<std::uint32_t>(ascii_)}, ascii_};
  for (std::size_t next = ascii_; next < bytes.size(); next += step) {
    advance(bytes, at.byte, next, at.units);  // may end behind `next`, never inside a code point
    steps_.push_back(at);
  }
}

Offsets::Units Offsets::at(std::size_t byte) const {
  byte = std::min(byte, bytes_.size());
  if (byte <= ascii_) return {static_cast<std::uint32_t>(byte), static_cast<std::uint32_t>(byte)};
  Step from = steps_[std::min((byte - ascii_) / step, steps_.size() - 1)];
  advance(bytes_, from.byte, byte, from.units);
  return from.units;
}

Position end_of(std::string_view bytes, Span span, Position begin) {
  Position place = begin;
  const std::size_t end = std::min<std::size_t>(span.end, bytes.size());
  std::size_t at = std::min<std::size_t>(span.begin, end);
  while (at < end) {
    const char32_t c = utf8::next(bytes, at);
    const bool first_of_crlf = c == '\r' && at < bytes.size() && bytes[at] == '\n';
    if (c == '\n' || (c == '\r' && !first_of_crlf)) {
      ++place.line;
      place.column = 1;
    } else {
      ++place.column;
    }
  }
  return place;
}

}  // namespace tonelint
