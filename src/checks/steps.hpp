#pragma once

#include <cstdint>

#include "checks/check.hpp"

namespace tonelint {

/// How many steps on a screen or a device a sentence tells: "Open Settings, then tap Sync" tells
/// two. Clause by clause; what we did ourselves is no step.
[[nodiscard]] std::uint32_t count_steps(const Subject& subject, const Sentence& sentence);

/// How many words may be the verb of a step: there are no more steps than those.
[[nodiscard]] std::uint32_t count_imperatives(const Subject& subject, Range tokens);

}  // namespace tonelint
