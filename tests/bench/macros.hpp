#pragma once

#include <cstddef>
#include <string>

namespace bench {

/// So many macros in HTML, as Zendesk exports them.
[[nodiscard]] std::string make_macros(std::size_t count);

}  // namespace bench
