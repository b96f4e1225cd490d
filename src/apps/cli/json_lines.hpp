#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tonelint::cli {

/// Takes whole lines from a file descriptor, many at a time when they are there and one when only
/// one is, so that whoever waits for an answer gets it.
class LineSource {
 public:
  explicit LineSource(int file) : file_(file) {}

  /// Lines with their ends; the last may have none. Waits for one at least.
  struct Lines {
    std::string bytes;
    std::size_t first = 1;  ///< The number of the first of them.
    bool too_long = false;  ///< There is one line, its beginning; nobody writes such a reply.
  };
  /// False: that was all, or an error (see `error`).
  [[nodiscard]] bool next(Lines& lines);
  [[nodiscard]] int error() const { return error_; }

 private:
  [[nodiscard]] bool fill();
  void pass_over_line();

  int file_;
  std::string rest_;  ///< Read, but not yet given out.
  std::size_t line_ = 1;
  bool ended_ = false;
  int error_ = 0;
};

}  // namespace tonelint::cli
