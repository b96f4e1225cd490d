#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "document/link.hpp"

namespace tonelint {

/// The placeholder or Liquid tag that begins at `at`, as the helpdesks write them and as people
/// leave them to be filled in by hand.
[[nodiscard]] std::optional<Found> placeholder_at(std::string_view text, std::uint32_t at);

}  // namespace tonelint
