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

/// A guide that was compiled when tonelint was built.
struct BuiltInGuide {
  std::string_view name;  ///< "support".
  std::span<const std::byte> image;
};

/// Defined in a source that the build writes: all files of rules/, and the guides among them,
/// compiled, `support` first.
[[nodiscard]] std::span<const BuiltInFile> built_in_files();
[[nodiscard]] std::span<const BuiltInGuide> built_in_images();

}  // namespace tonelint
