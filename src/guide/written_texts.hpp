#pragma once

#include <span>
#include <string_view>

#include "guide/definition.hpp"

namespace tonelint {

/// Reports what a rule's message and rewrites would show to the agent, or write to the customer, as
/// it stands: each `{name}` that nothing would be filled in for, and signs of the phrase language.
/// `cues` are the names of all cues.
void check_written_texts(GuideDefinition& guide, const RuleDefinition& rule,
                         std::span<const std::string_view> cues);

}  // namespace tonelint
