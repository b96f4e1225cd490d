#pragma once

#include <string_view>
#include <vector>

#include "document/token.hpp"

namespace tonelint {

/// Splits text into tokens, appending to `tokens`. Sentence flags are not set yet, and every ". !
/// ?" is a terminator until `Document` knows where sentences end. Also used for the words of
/// phrases, so that both sides are split alike.
void tokenize(std::string_view text, std::vector<Token>& tokens);

/// The word boundaries of a text, ICU's (UAX #29, root locale), 0 and the length included: the
/// Latin fast path of `tokenize` with ICU behind it. For the test that compares both with ICU
/// alone.
[[nodiscard]] std::vector<std::uint32_t> word_boundaries(std::string_view text);
/// ICU alone.
[[nodiscard]] std::vector<std::uint32_t> icu_word_boundaries(std::string_view text);

}  // namespace tonelint
