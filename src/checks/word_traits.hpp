#pragma once

#include <cstdint>
#include <string_view>

#include "phrases/compile.hpp"

namespace tonelint {

/// What detectors ask of single words. A guide keeps the answers for each word of its vocabulary,
/// see Subject::traits.
enum WordTrait : std::uint32_t {
  /// Tells people to do things on a screen or a device: "click", "open", "unplug".
  trait_step_verb = 1 << 0,
  /// Tells people to do things, those among them: "send", "check", "restart".
  trait_imperative = 1 << 1,
  trait_sequence = 1 << 2,  ///< Counts steps: "first", "then", "finally".
  trait_filler = 1 << 3,    ///< May stand between the beginning of a clause and its verb.
  trait_and = 1 << 4,
  trait_then = 1 << 5,
  trait_that = 1 << 6,
  trait_go = 1 << 7,
  trait_ahead = 1 << 8,
  trait_you = 1 << 9,
  trait_please = 1 << 10,
  trait_weekday = 1 << 11,       ///< In full or short: "tuesday", "tues".
  trait_secret_label = 1 << 12,  ///< Names what should stay secret: "password", "pin".
};
/// Above the bits: the syllables of the word.
inline constexpr std::uint32_t syllable_shift = 24;

/// The traits of a word, whatever its capitals. A contraction has those of its first word: "you'll"
/// is "you".
[[nodiscard]] std::uint32_t traits_of(std::string_view word);

/// What compiles them into a guide.
[[nodiscard]] WordTraits word_traits();

}  // namespace tonelint
