#pragma once

#include <string_view>

#include "apps/serve/http.hpp"

namespace tonelint::serve {

/// Compares without telling by the time it takes where the first difference is.
[[nodiscard]] bool equal_secret(std::string_view secret, std::string_view given);

/// Whether a webhook was sent by whoever knows the secret, in the way of its helpdesk: a signature
/// of the body, else the secret itself in the header Tonelint-Secret or behind "?secret=".
[[nodiscard]] bool is_signed(std::string_view helpdesk, const Request& request,
                             std::string_view secret);

}  // namespace tonelint::serve
