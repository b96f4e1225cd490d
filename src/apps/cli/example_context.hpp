#pragma once

#include <string>
#include <vector>

#include "tonelint/guide.hpp"

namespace tonelint::cli {

/// What an example of a rule says of the customer, the agent and the way of the reply, in
/// sentences: without it nobody can tell why a text is a bad or a good example.
[[nodiscard]] std::vector<std::string> context_of(const Example& example);

}  // namespace tonelint::cli
