#pragma once

#include <cstdint>

#include "checks/check.hpp"

namespace tonelint {

/// How many steps on a screen or a device a sentence tells: "Open Settings, then tap Sync" tells
/// two. Clause by clause; what we did ourselves is no step.
[[nodiscard]] std::uint32_t count_steps(const Subject& subject, const Sentence& sentence);

}  // namespace tonelint
