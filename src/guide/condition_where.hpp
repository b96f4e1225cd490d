#pragma once

#include <cstdint>
#include <vector>

#include "guide/definition.hpp"

namespace tonelint {

/// The drafts that `only` lets a rule speak of, as `in_draft`, `in_tagged` …: in others its phrases
/// need not be looked for.
[[nodiscard]] std::uint32_t where_of(const std::vector<ConditionDefinition>& only);

}  // namespace tonelint
