#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace tonelint {

/// One file of rules/, as it was when tonelint was built.
struct BuiltInFile {
  std::string_view name;  ///< "support.yaml", "support/apology.yaml".
  std::string_view bytes;
};

/// Defined in a source that the build writes: all files of rules/ and the compiled guide `support`.
[[nodiscard]] std::span<const BuiltInFile> built_in_files();
[[nodiscard]] std::span<const std::byte> built_in_image();

}  // namespace tonelint
