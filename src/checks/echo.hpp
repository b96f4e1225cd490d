#pragma once

#include <cstddef>
#include <vector>

#include "checks/check.hpp"

namespace tonelint {

/// The body of a reply, or all of it where there is none.
[[nodiscard]] Range body_of(const Document& document);

/// Finds words in a range of the reply that take up details of the customer's message, each detail
/// once, until there are `most`. Returns how many details the message has; 0 when there is no
/// message.
std::size_t find_echoes(const Document& document, Range range, const Facts& facts, std::size_t most,
                        std::vector<std::uint32_t>& tokens);

}  // namespace tonelint
