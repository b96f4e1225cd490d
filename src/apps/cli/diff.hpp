#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tonelint/diagnostic.hpp"

namespace tonelint::cli {

/// What edits change in a draft, as a unified diff with three lines around: `git apply` and
/// `patch -p1` take it.
[[nodiscard]] std::string unified_diff(std::string_view name, std::string_view bytes,
                                       std::span<const Edit> edits);

}  // namespace tonelint::cli
