#pragma once

#include "guide/walk.hpp"

namespace tonelint {

/// Reads the dimensions of `score:` into the guide that `walk` reads: `warmth: {weight: 20, …}`, a
/// number as its weight, or `off`.
void read_score(Walk& walk, const Node& map);

}  // namespace tonelint
