#pragma once

#include <string>
#include <vector>

namespace project {

/// One file of the project, or of a made-up one.
struct File {
  std::string path;  ///< From the top of the project, with "/".
  std::string text;
};

/// All files under the top of the project, but for what Git ignores there and Git's own.
[[nodiscard]] std::vector<File> read_files();
/// The names at the top, again without what Git ignores.
[[nodiscard]] std::vector<std::string> top_level();

}  // namespace project
