#pragma once

#include <string>
#include <vector>

#include "guide/definition.hpp"

namespace tonelint {

/// Where a rule looks, when, and when not, as sentences for people: "Only when the customer sounds
/// angry or sad."
[[nodiscard]] std::vector<std::string> condition_texts(const RuleDefinition& rule);

/// What a rule of another form than `find` looks for: "It counts words in each reply: at most 200."
/// Empty for `find`, which has its phrases.
[[nodiscard]] std::string form_text(const RuleDefinition& rule);

/// What `only` or `unless` asks: of each of its maps the lines, in the order in which they are
/// asked (see lint/conditions.cpp).
[[nodiscard]] std::vector<std::vector<std::string>> condition_lines(
    const std::vector<ConditionDefinition>& maps);

}  // namespace tonelint
