#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tonelint::cli {

/// The bytes of a file that may be large: then they stay on the disk, and what was used can be
/// forgotten again.
class FileBytes {
 public:
  FileBytes() = default;
  ~FileBytes();
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;

  /// Returns what went wrong, or nothing. "-" is standard input.
  [[nodiscard]] std::string open(const std::string& path);
  [[nodiscard]] std::string_view view() const { return view_; }
  /// What stands before this byte need not be kept in memory. It may still be read.
  void forget_before(std::size_t byte);

 private:
  std::string read_;     ///< Of a small file.
  void* map_ = nullptr;  ///< Of a large one.
  std::string_view view_;
  std::size_t forgotten_ = 0;
};

}  // namespace tonelint::cli
