#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "apps/cli/file_bytes.hpp"
#include "tonelint/baseline.hpp"

namespace tonelint::cli {

/// The file of `tonelint check --baseline` during a run.
class KnownFindings {
 public:
  /// False: it cannot be used, which has been said.
  [[nodiscard]] bool open(const std::string& path);
  [[nodiscard]] bool is_open() const { return !path_.empty(); }

  /// Takes what is known out of a report. Returns how many findings that was.
  std::size_t hide(std::string_view file, Report& report) { return baseline_.hide(file, report); }
  /// This file has been checked to its end.
  void add_checked(std::string_view file) { checked_.emplace(Baseline::plain(file)); }
  /// Tells of what was not found again, or takes it out of the file. False: that went wrong, which
  /// has been said.
  [[nodiscard]] bool close(bool prune);

 private:
  std::string path_;
  FileBytes bytes_;
  Baseline baseline_;
  std::set<std::string, std::less<>> checked_;
};

}  // namespace tonelint::cli
