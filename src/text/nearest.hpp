#pragma once

#include <cstddef>
#include <string_view>

#include "tonelint/terminal.hpp"  // nearest

namespace tonelint {

/// How many letters must be written, left out, changed or swapped with their neighbour to make one
/// word of the other; more than `limit` is given as `limit + 1`. Capitals count as small letters.
[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right,
                                        std::size_t limit);

}  // namespace tonelint
