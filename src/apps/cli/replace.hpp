#pragma once

#include <string>
#include <string_view>

namespace tonelint::cli {

/// Puts new bytes in the place of a file's old ones, at once: whoever looks, and whatever happens,
/// sees all of the old or all of the new. Keeps its mode and, where allowed, its owner; a link
/// keeps leading to it. Returns what went wrong, or nothing; then the file is as it was.
[[nodiscard]] std::string replace_file(const std::string& path, std::string_view old_bytes,
                                       std::string_view new_bytes);

}  // namespace tonelint::cli
