#pragma once

#include <memory>
#include <string>
#include <vector>

#include "apps/cli/stream.hpp"
#include "tonelint/output.hpp"

namespace tonelint::cli {

/// The reports of one run: in one format on the screen, in others to files.
class Reports {
 public:
  /// Reports are shown on a file descriptor: standard output, or standard error.
  explicit Reports(int screen = 1) : screen_(screen) {}

  /// Makes ready what `formats` names (NAME or NAME=FILE; none: for people). False: something was
  /// wrong with it, which has been said.
  [[nodiscard]] bool open(const std::vector<std::string>& formats, Colour colour, bool quiet,
                          bool score = false);

  /// `fixable`: how many of the findings `tonelint fix` would take away.
  void add(const Checked& checked, std::size_t fixable = 0);
  /// Puts what is due on the screen, so that what is said on standard error comes in order.
  void show();
  /// Whether reports are being shown to somebody at a terminal.
  [[nodiscard]] bool at_terminal() const;
  /// True when something cannot be written any more.
  [[nodiscard]] bool broken() const;
  /// Writes the ends. False: something could not be written, which has been said.
  [[nodiscard]] bool finish();

  /// Counts records of a library that were left out.
  void skip(std::size_t records, std::size_t other_languages) {
    summary_.skipped += records + other_languages;
    summary_.other_languages += other_languages;
  }
  /// Counts findings that a baseline hid.
  void hide(std::size_t findings) { summary_.known += findings; }
  [[nodiscard]] const Summary& summary() const { return summary_; }

 private:
  struct One {
    std::unique_ptr<Stream> stream;
    std::unique_ptr<Writer> writer;
    bool on_screen;
  };

  [[nodiscard]] bool open_one(const std::string& wanted, Colour colour, OutputOptions options);

  std::vector<One> all_;
  Summary summary_;
  int screen_;
  bool at_terminal_ = false;
};

}  // namespace tonelint::cli
