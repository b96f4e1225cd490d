#pragma once

#include "checks/rule.hpp"

namespace tonelint {

/// What of a rule's conditions, and of its own needs, can be told before it is asked.
[[nodiscard]] RuleGate gate_of(const RuleTablesUnderWay& tables, std::uint32_t rule);

}  // namespace tonelint
