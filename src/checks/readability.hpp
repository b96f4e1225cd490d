#pragma once

#include <string_view>

#include "checks/check.hpp"

namespace tonelint {

/// Syllables of an English word, at least 1: groups of vowels, corrected for silent endings.
[[nodiscard]] unsigned syllables(std::string_view word);

/// The Flesch–Kincaid grade level of the agent's sentences in a range:
/// 0.39 · words/sentences + 11.8 · syllables/words − 15.59
/// (J. P. Kincaid et al., Derivation of New Readability Formulas, 1975). Names, addresses, codes
/// and list items do not count; below three sentences there is no grade, and 0 is given.
[[nodiscard]] double reading_grade(const Subject& subject, Range tokens);

}  // namespace tonelint
