#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tonelint::cli {

/// What git answered.
struct GitAnswer {
  int exit = -1;    ///< -1: git could not be run.
  std::string out;  ///< Of its standard output.
};

/// Runs `git` in a folder ("" is where we are), without a shell. What git says on standard error is
/// not shown; it changes nothing on the disk.
[[nodiscard]] GitAnswer run_git(std::string_view folder, const std::vector<std::string>& words);

}  // namespace tonelint::cli
