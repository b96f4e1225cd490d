#pragma once

#include "guide/walk.hpp"

namespace tonelint {

/// Reads `only` or `unless`: one map of conditions, or a list of them.
void read_conditions(Walk& walk, const Entry& entry, std::vector<ConditionDefinition>& out);

}  // namespace tonelint
