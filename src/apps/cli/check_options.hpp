#pragma once

#include <optional>
#include <string>
#include <vector>

#include "apps/cli/command.hpp"
#include "apps/cli/stream.hpp"
#include "tonelint/context.hpp"
#include "tonelint/lint.hpp"
#include "tonelint/source.hpp"

namespace tonelint::cli {

/// What `tonelint check` was asked to do; `tonelint fix` and `baseline` take much of the same.
struct CheckOptions {
  std::vector<std::string> paths;
  std::string guide;  ///< Empty: found from each draft.
  Context context;
  std::optional<std::string> reply;        ///< A draft that came inside the context file,
  std::string context_name;                ///< and the name of that file.
  std::vector<std::string> context_files;  ///< What was to be read of the context.
  Syntax syntax = Syntax::automatic;
  std::string library_format;  ///< What kind of library files are; empty: seen from their shape.
  std::vector<std::string> formats;             ///< NAME or NAME=FILE.
  std::optional<Level> fail_on = Level::error;  ///< Nothing: never.
  std::optional<std::size_t> max_warnings;
  bool quiet = false;
  bool score = false;  ///< check: show scores.
  unsigned jobs = 0;   ///< 0: as many as the machine has cores.
  Colour colour = Colour::automatic;
  std::string stdin_name = "<stdin>";
  bool require_reason = false;  ///< check: a suppression says why.
  bool watch = false;           ///< check: again whenever something changes.
  bool statistics = false;      ///< check: say how often each rule spoke, and its cost.
  /// check: where to keep what was found. Empty: in the usual file; nothing: nowhere.
  std::optional<std::string> cache;
  /// check: compare the replies with each other; nothing: as the guide says.
  std::optional<bool> across;
  std::string baseline;       ///< check: the file of findings that are known; or empty.
  std::string changed_since;  ///< check: only what changed since this revision; or empty.
  bool prune = false;         ///< check: takes out of it what is no longer there.
  bool diff = false;          ///< fix: show, and write nothing.
  bool all = false;           ///< fix: also what needs review.

  /// Whether a run with these counts ends with `findings`.
  [[nodiscard]] bool fails(const Summary& summary) const;
  /// What a check looks for beyond the usual.
  [[nodiscard]] LintOptions lint_options() const;
  /// Whether some format tells how many findings can be fixed.
  [[nodiscard]] bool counts_fixable() const;

 private:
  [[nodiscard]] bool has_format(std::string_view name) const;
};

enum class Task { check, fix, baseline, why };

/// Reads the words after `check` or `fix`. Nothing was wrong, and no help asked for: returns
/// nothing.
[[nodiscard]] std::optional<int> read_check_options(const Arguments& arguments, Task task,
                                                    CheckOptions& options);

}  // namespace tonelint::cli
