#pragma once

#include "checks/check.hpp"

namespace tonelint {

/// What holds of a draft, as bits of Circumstance.
[[nodiscard]] std::uint32_t circumstances_of(const Document& document, const Scan& scan,
                                             const Facts& facts);

}  // namespace tonelint
