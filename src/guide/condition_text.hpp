#pragma once

#include <string>
#include <vector>

#include "guide/definition.hpp"

namespace tonelint {

/// Where a rule looks, when, and when not, as sentences for people: "Only when the customer sounds
/// angry or sad."
[[nodiscard]] std::vector<std::string> condition_texts(const RuleDefinition& rule);

}  // namespace tonelint
