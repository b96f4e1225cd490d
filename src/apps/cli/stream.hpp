#pragma once

#include <string>
#include <string_view>

#include "tonelint/output.hpp"

namespace tonelint::cli {

/// Where a report goes: the screen or a file. Keeps what it is given until there is enough to
/// write.
class Stream {
 public:
  /// Standard output, or standard error.
  explicit Stream(int file = 1) : file_(file) {}
  /// A file, which is made anew. `error()` says whether that went well.
  explicit Stream(const std::string& path);
  ~Stream();
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  /// What to append to.
  [[nodiscard]] std::string& text() { return text_; }
  /// Writes what there is when it is much.
  void settle() {
    if (text_.size() >= 1u << 16) flush();
  }
  void flush();
  /// Flushes, closes a file, and says so when something went wrong. False: it did.
  [[nodiscard]] bool finish();
  /// The number of what went wrong (see errno), or 0. Nothing is written after it.
  [[nodiscard]] int error() const { return error_; }

 private:
  std::string text_;
  std::string path_;
  int file_;
  int error_ = 0;
};

/// Writes all of a text to an open file; gives the number of the error that stopped it, or 0.
[[nodiscard]] int write_to(int file, std::string_view text);

/// Writes a text to standard output. False when that failed, which has been said.
[[nodiscard]] bool write_all(std::string_view text);

/// Says on standard error what went wrong: "tonelint: " and the text, made harmless.
void complain(std::string_view text);
/// Puts text on standard error as it is.
void write_error(std::string_view text);

/// What the system calls an error: "no such file or directory".
[[nodiscard]] std::string reason(int error);

enum class Colour { automatic, always, never };
/// Colours and width for what is written to a file descriptor: NO_COLOR, CLICOLOR_FORCE, COLUMNS
/// and the terminal itself have a say.
[[nodiscard]] OutputOptions options_for(int file, Colour colour);

}  // namespace tonelint::cli
