#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace bench {

/// Writes so many macros in HTML, as Zendesk exports them, a piece at a time: a process that holds
/// them all would lend its peak memory to those it starts, as the system counts it.
void write_macros(std::size_t count, const std::function<void(std::string_view)>& write);

/// The same in memory.
[[nodiscard]] std::string make_macros(std::size_t count);

}  // namespace bench
