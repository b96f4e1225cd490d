#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "document/character.hpp"

namespace tonelint {

/// What stands between two word boundaries: a word, a mark, white space.
struct Segment {
  const char* begin;
  const char* end;
  std::uint16_t traits;  ///< Of all its characters, or-ed; from ICU `slow | wide` only.
};

/// The segment at `at` when Latin rules decide it, else one with `slow` among its traits and no
/// certain end.
[[nodiscard]] Segment latin_segment(const char* at, const char* end);

/// The end of the stretch around `at` that ICU has to see: up to where a known character that
/// nothing joins to what is before it follows white space.
[[nodiscard]] const char* slow_end(const char* at, const char* end);

/// ICU's word boundaries of a text, without 0. Valid until the next call in the same thread.
[[nodiscard]] std::span<const std::uint32_t> icu_boundaries(std::string_view text);

/// The segment at `at` where it is a word of ASCII that ASCII follows, else an empty one.
[[nodiscard]] inline Segment ascii_word(const char* at, const char* end) {
  using namespace character;
  const char* stop = at;
  unsigned seen = 0;
  unsigned next = traits(*at);
  while (next & word) {
    seen |= next;
    if (++stop == end) return {at, stop, static_cast<std::uint16_t>(seen)};
    next = traits(*stop);
  }
  // A full stop or an apostrophe may join what follows.
  const bool joins = next & slow || (next & (mid_letter | mid_number) && stop + 1 != end &&
                                     traits(stop[1]) & (word | slow));
  return {at, joins ? at : stop, static_cast<std::uint16_t>(seen)};
}

/// Whether a word of letters ends before `stop`, for certain.
[[nodiscard]] inline bool ends_small_word(const char* stop, const char* end) {
  using namespace character;
  const unsigned next = traits(*stop);
  if (!(next & (word | slow | mid_letter))) return true;
  // A full stop or an apostrophe may join what follows.
  return !(next & (word | slow)) && (stop + 1 == end || !(traits(stop[1]) & (word | slow)));
}

/// Behind the small letters of ASCII at `at`, eight bytes at a time.
[[nodiscard]] inline const char* small_letters_end(const char* at, const char* end) {
  constexpr std::uint64_t every = 0x0101010101010101U;
  for (; end - at >= 8; at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, 8);
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
    // What carries over from the first other byte only touches those behind it.
    const std::uint64_t others = ((bytes - every * 'a') | (bytes + every * (0x7F - 'z')));
    const std::uint64_t found = others & every * 0x80;
    if (found != 0) return at + std::countr_zero(found) / 8;
  }
  while (at != end && *at >= 'a' && *at <= 'z') ++at;
  return at;
}

/// Calls `sink.add_plain(begin, end, capitalised)` for each word of small letters, with a capital
/// or not before them, and `sink.add(Segment)` for each other segment of a text, in order; it
/// returns where to go on, which is the segment's end or, where the sink read more at once, beyond
/// it. `sink.drop(at)` takes back what was added from `at` on.
template <class Sink>
void segment(std::string_view text, Sink& sink) {
  const char* const end = text.data() + text.size();
  const char* cut = text.data();  // All before is certain.
  constexpr unsigned blank = character::space | character::newline;
  for (const char* at = cut; at < end;) {
    // ASCII words followed by ASCII, single spaces and marks are most of all text.
    const unsigned first = character::traits(*at);
    if (first & (character::lower | character::upper)) {
      const char* const stop = small_letters_end(at + 1, end);
      // Nearly all stand before a space and a known character.
      if (end - stop > 1 && *stop == ' ' &&
          !(character::traits(stop[1]) & (character::slow | blank))) {
        sink.add_plain(at, stop, (first & character::upper) != 0);
        cut = at = sink.add({stop, stop + 1, character::space});
        continue;
      }
      if (stop == end || ends_small_word(stop, end)) {
        at = sink.add_plain(at, stop, (first & character::upper) != 0);
        continue;
      }
    }
    const unsigned second = at + 1 < end ? character::traits(at[1]) : unsigned{character::slow};
    if (first == character::space && !(second & (character::slow | blank))) {
      cut = at = sink.add({at, at + 1, character::space});
      continue;
    }
    if (first & character::word) {
      const Segment plain = ascii_word(at, end);
      if (plain.end != at) {
        at = sink.add(plain);
        continue;
      }
    }
    const bool alone = !((first | second) & character::slow) &&
                       !(first & (character::word | character::space)) && *at != '\r';
    const Segment next =
        alone ? Segment{at, at + 1, static_cast<std::uint16_t>(first)} : latin_segment(at, end);
    if (!(next.traits & character::slow)) {
      at = sink.add(next);
      // After white space stands a character that the Latin rules know (else the segment would have
      // been slow), so what comes before does not matter to what follows.
      if (next.traits & (character::space | character::newline)) {
        if (at < end && !(character::at(at, end).traits &
                          (character::extend | character::space | character::newline))) {
          cut = at;
        }
      }
      continue;
    }
    sink.drop(cut);
    const char* const stop = slow_end(next.end, end);
    at = cut;
    for (const std::uint32_t boundary : icu_boundaries({cut, stop})) {
      if (cut + boundary <= at) continue;
      at = sink.add({at, cut + boundary, character::slow | character::wide});
    }
    cut = at;
  }
}

}  // namespace tonelint
