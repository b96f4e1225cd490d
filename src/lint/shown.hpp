#pragma once

#include <string_view>

#include "tonelint/source.hpp"

namespace tonelint {

/// What is shown of a passage around some words in it: at most 400 bytes before and after them, cut
/// between words. Without a limit, many findings in one endless sentence would each hold all of it.
[[nodiscard]] Span shown_around(std::string_view text, Span passage, Span words);

}  // namespace tonelint
