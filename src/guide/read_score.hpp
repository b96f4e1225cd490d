#pragma once

#include "guide/walk.hpp"

namespace tonelint {

/// Reads one dimension of `score:` into the guide that `walk` reads: `warmth: {weight: 20, …}`, a
/// number as its weight, or `off`.
void read_dimension(Walk& walk, const Entry& entry);

}  // namespace tonelint
