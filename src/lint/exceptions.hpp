#pragma once

#include <vector>

#include "tonelint/guide.hpp"

namespace tonelint {

/// Adds the phrases of a rule's `except` without which its examples would come out the same: nobody
/// knows what those are for, or whether they work.
void find_unneeded_exceptions(const Guide& guide, const RuleText& rule,
                              std::vector<ExampleFailure>& failures);

}  // namespace tonelint
