#include "document/segment.hpp"

// UAX #29's word rules for the characters of character.hpp.
namespace tonelint {

using namespace character;

namespace {

/// Passes over Extend and Format (WB4). Gives the character after them.
const char* pass_extend(const char* at, const char* end, std::uint16_t& seen, Character& next) {
  while (at < end) {
    next = character::at(at, end);
    if (!(next.traits & extend)) return at;
    seen |= next.traits;
    at += next.size;
  }
  next = {other, 0};  // The end of the text.
  return at;
}

Segment word_segment(const char* begin, const char* at, const char* end, Character now) {
  std::uint16_t seen = 0;
  for (;;) {
    // `now` is a letter, digit or joiner at `at`; each of them joins each (WB5, 8–10, 13a, 13b).
    seen |= now.traits;
    at += now.size;
    Character next{other, 0};
    if (at < end) {
      next = character::at(at, end);
      if (next.traits & extend) at = pass_extend(at, end, seen, next);
    }
    if (!(next.traits & word) && (next.traits & (mid_letter | mid_number))) {
      Character after{other, 0};
      const char* there = pass_extend(at + next.size, end, seen, after);
      if (after.traits & slow) return {begin, there, slow};
      if ((now.traits & letter && next.traits & mid_letter && after.traits & letter) ||
          (now.traits & digit && next.traits & mid_number && after.traits & digit)) {
        seen |= static_cast<std::uint16_t>(next.traits & ~trigger);
        at = there;
        now = after;
        continue;
      }
      return {begin, at, seen};
    }
    if (!(next.traits & word)) {
      return {begin, at, static_cast<std::uint16_t>(seen | (next.traits & slow))};
    }
    now = next;
  }
}

}  // namespace

Segment latin_segment(const char* begin, const char* end) {
  const char* at = begin;
  std::uint16_t seen = 0;
  Character now = character::at(at, end);
  if (now.traits & slow) return {begin, at, slow};
  if (now.traits & word) return word_segment(begin, at, end, now);
  seen = now.traits;
  at += now.size;
  if (now.traits & newline) {  // Nothing joins a line break but the LF of a CRLF (WB3).
    if (*begin == '\r' && at < end && *at == '\n') ++at;
    const bool unknown = at < end && character::at(at, end).traits & slow;
    return {begin, at, static_cast<std::uint16_t>(seen | (unknown ? slow : 0))};
  }
  if (now.traits & space) {  // WB3d
    while (at < end && (now = character::at(at, end)).traits & space) at += now.size;
  }
  Character after{other, 0};
  at = pass_extend(at, end, seen, after);
  seen |= static_cast<std::uint16_t>(after.traits & slow);
  return {begin, at, seen};
}

const char* slow_end(const char* at, const char* end) {
  while (at < end) {
    const std::uint16_t traits = character::traits(*at++);
    if (!(traits & (space | newline)) || at == end) continue;
    if (!(character::at(at, end).traits & (slow | extend | space | newline))) return at;
  }
  return end;
}

}  // namespace tonelint
