#pragma once

#include <functional>
#include <string>
#include <vector>

namespace tonelint::cli {

/// What one run came to, and what it read.
struct Watched {
  int exit = 0;
  std::vector<std::string> paths;  ///< Files, and folders where a file may still come to be.
};

/// Runs something, and again whenever one of the files it read has changed, until Ctrl-C (or
/// SIGTERM). Gives the exit code of the last run. On a terminal each run begins on a clear screen.
int watch(const std::function<Watched()>& run);

}  // namespace tonelint::cli
