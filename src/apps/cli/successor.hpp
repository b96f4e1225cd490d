#pragma once

#include <string>
#include <string_view>

namespace tonelint::cli {

/// A file that is being written to take another's place, at once; gone again unless it does. It is
/// locked for as long as it is being written.
class Successor {
 public:
  /// Made in the folder of the other one; "" is where we are.
  explicit Successor(std::string_view folder);
  ~Successor();
  Successor(const Successor&) = delete;
  Successor& operator=(const Successor&) = delete;

  [[nodiscard]] bool is_open() const { return file_ >= 0; }
  [[nodiscard]] int file() const { return file_; }
  /// Gives the number of the error, or 0.
  [[nodiscard]] int take_place_of(const char* other);

 private:
  std::string path_;
  int file_ = -1;
  bool placed_ = false;
};

/// Removes from a folder what was left behind by somebody who was killed: files named
/// .tonelint-XXXXXX that nobody is writing.
void remove_remainders(std::string_view folder);

}  // namespace tonelint::cli
