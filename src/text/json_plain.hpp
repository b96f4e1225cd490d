#pragma once

#include <cstddef>
#include <string_view>

namespace tonelint {

/// How many bytes of `text`, from its beginning, stand in a string of JSON just as they are: ASCII
/// but for quotation marks, backslashes and controls. Eight at a time.
[[nodiscard]] std::size_t json_plain_prefix(std::string_view text);

}  // namespace tonelint
