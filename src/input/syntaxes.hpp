#pragma once

#include <string>
#include <string_view>

#include "input/reply.hpp"

namespace tonelint {

/// Each syntax has a file of its own; `table.cpp` lists them.
void read_plain(std::string_view bytes, Reply& reply);
[[nodiscard]] std::string escape_plain(std::string_view text);

void read_markdown(std::string_view bytes, Reply& reply);
[[nodiscard]] std::string escape_markdown(std::string_view text);

void read_html(std::string_view bytes, Reply& reply);
[[nodiscard]] std::string escape_html(std::string_view text);

}  // namespace tonelint
