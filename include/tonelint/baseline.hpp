#pragma once

/// @file
/// A baseline: the findings that are known of an old library, so that only new ones are shown.
///
/// It is a file with a line of JSON for each, which the output format `baseline` writes. A finding
/// is known by its rule, its words and the saved reply it is in (by its id, else its name; a draft
/// without either by its path), never by its place: what is edited elsewhere does not wake it. The
/// same finding twice in a reply is known twice.
///
/// @code
/// tonelint::Baseline baseline(bytes);
/// for (each report) hidden += baseline.hide("macros.json", report);
/// @endcode

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tonelint/diagnostic.hpp"
#include "tonelint/lint.hpp"

// The shared library exports what is declared here, and hides all else.
#pragma GCC visibility push(default)
namespace tonelint {

class Baseline {
 public:
  /// Knows nothing.
  Baseline() = default;
  /// Reads a file, whose bytes outlive this. The first line that cannot be read is a problem.
  explicit Baseline(std::string_view bytes);

  [[nodiscard]] const std::vector<Diagnostic>& problems() const { return problems_; }

  /// Takes what is known out of a report on a reply of `file`. Returns how many findings that was.
  std::size_t hide(std::string_view file, Report& report);

  /// How a baseline, SARIF and GitLab name a file: "./a.txt" is a.txt.
  [[nodiscard]] static std::string_view plain(std::string_view path);

  /// What was not met again.
  struct Stale {
    std::size_t findings = 0;
    std::string bytes;  ///< The file without them.
  };
  /// Asks `was_checked` of each file; what stands in others is not stale but unknown. To be asked
  /// once, at the end of a run.
  [[nodiscard]] Stale stale(const std::function<bool(std::string_view)>& was_checked);

 private:
  std::string_view bytes_;
  std::vector<Diagnostic> problems_;
  std::unordered_map<std::uint64_t, std::uint32_t> left_;  ///< By what makes a finding known.
};

}  // namespace tonelint
#pragma GCC visibility pop
