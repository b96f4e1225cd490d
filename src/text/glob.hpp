#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tonelint {

/// Whether `pattern` has a sign that stands for others: `*`, `?`.
[[nodiscard]] bool is_glob(std::string_view pattern);

/// Whether a path is meant by a pattern: `?` is any byte but `/`, `*` any run of them, `**` any run
/// of bytes at all. A pattern counts from any folder of the path on, so "legal/*.md" means
/// "/srv/replies/legal/refund.md". Takes time in proportion to both sizes multiplied.
///
/// @code
/// matches_path("macros/**", "replies/macros/late/parcel.html") == true
/// @endcode
[[nodiscard]] bool matches_path(std::string_view pattern, std::string_view path);
/// Whether it is meant by any of some patterns.
[[nodiscard]] bool matches_any(const std::vector<std::string>& patterns, std::string_view path);

}  // namespace tonelint
