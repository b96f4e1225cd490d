#pragma once

#include <string_view>

namespace tonelint {

/// Verbs that support tells people to do things with: "send", "check", "restart".
[[nodiscard]] bool is_imperative_verb(std::string_view word);
/// Those that steps on a screen or a device are told with: "click", "open", "unplug".
[[nodiscard]] bool is_step_verb(std::string_view word);

}  // namespace tonelint
