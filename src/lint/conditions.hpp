#pragma once

#include <vector>

#include "checks/check.hpp"

namespace tonelint {

enum class Holds : std::uint8_t { no, yes, unknown };

/// What `only` and `unless` of a rule say of the draft as a whole. What they ask about the
/// neighbourhood of a finding is left to `holds_near`.
[[nodiscard]] Holds applies(const Subject& subject);

/// Whether a rule's conditions hold for these tokens: `near`, `sentence` and `customer-said-it`.
[[nodiscard]] bool holds_near(const Subject& subject, Range tokens);

/// What a draft and a finding in it answer to each line of a map of conditions, in the order in
/// which rule_text.hpp words them.
[[nodiscard]] std::vector<Holds> answers(const Subject& subject, const ConditionRecord& record,
                                         Range tokens);

}  // namespace tonelint
