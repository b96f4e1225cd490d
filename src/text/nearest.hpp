#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace tonelint {

/// How many letters must be written, left out, changed or swapped with their neighbour to make one
/// word of the other; more than `limit` is given as `limit + 1`. Capitals count as small letters.
[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right,
                                        std::size_t limit);

/// For “did you mean …?”: the word of `known` that `wanted` was probably meant to be, the first of
/// the nearest. Empty when none is near.
///
/// @code
/// nearest("mesage", names) == "message"
/// @endcode
[[nodiscard]] std::string_view nearest(std::string_view wanted,
                                       std::span<const std::string_view> known);

}  // namespace tonelint
