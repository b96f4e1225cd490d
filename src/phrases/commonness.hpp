#pragma once

#include <cstddef>

namespace tonelint {

/// How often a pair of bytes is met in a hundred replies, roughly.
[[nodiscard]] unsigned commonness(std::size_t first, std::size_t second);

}  // namespace tonelint
