#pragma once

#include "checks/rule.hpp"

namespace tonelint {

/// Adds the gates of all rules: what of their conditions, and of their own needs, can be told
/// before they are asked. `lists`: how many lists the phrases have.
void add_gates(RuleTablesUnderWay& tables, std::size_t lists);

}  // namespace tonelint
