#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "library/value.hpp"

namespace tonelint {

/// Where the text begins in a file that has front matter: lines of YAML between two lines of ---.
/// 0: it has none.
[[nodiscard]] std::size_t front_matter_end(std::string_view file);

/// Reads such a file as one record: the keys of its front matter, and its text as the key "".
[[nodiscard]] std::unique_ptr<RecordReader> read_front_matter(std::string_view file);

}  // namespace tonelint
