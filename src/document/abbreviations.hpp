#pragma once

#include <cstdint>
#include <string_view>

namespace tonelint {

enum class Abbreviation : std::uint8_t {
  none,
  leading,   ///< Something always follows: "Dr.", "e.g.", "vs.".
  numbered,  ///< Not an end before a number: "No. 7", "Jan. 5", "Fri. 3".
  trailing,  ///< May end a sentence: "etc.", "p.m.", "Inc.".
};

/// What a word before a full stop is; `word` without the stop, as written.
[[nodiscard]] Abbreviation abbreviation(std::string_view word);
/// A word that begins sentences and hardly names: "The", "We", "Please".
[[nodiscard]] bool begins_sentences(std::string_view word);

}  // namespace tonelint
