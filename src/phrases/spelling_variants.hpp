#pragma once

#include <string>
#include <string_view>

namespace tonelint {

/// The other spelling of a base form where English has two: apologise/apologize, analyse/analyze,
/// colour/color, organisation/organization, fulfil/fulfill, centre/center. Empty where there is
/// one.
[[nodiscard]] std::string spelling_variant(std::string_view base);

}  // namespace tonelint
