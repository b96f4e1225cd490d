#pragma once

#include <string>
#include <string_view>

namespace tonelint {

/// A path as a URI: percent-encoded, relative unless the path is absolute ("file:///…").
[[nodiscard]] std::string path_uri(std::string_view path);

}  // namespace tonelint
