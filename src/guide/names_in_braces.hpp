#pragma once

#include "guide/definition.hpp"

namespace tonelint {

/// Reports each `{name}` of a rule's message and rewrites that nothing would be filled in for: it
/// would be shown to the agent, or be written to the customer, as it stands.
void check_names_in_braces(GuideDefinition& guide, const RuleDefinition& rule);

}  // namespace tonelint
