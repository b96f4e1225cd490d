#pragma once

#include <string>
#include <string_view>

namespace tonelint {

/// A folded word without its accents: "sergio" of "sérgio", "lukasz" of "łukasz". Two names that
/// differ, but not in this, differ in accents alone.
[[nodiscard]] std::string without_accents(std::string_view folded);

}  // namespace tonelint
