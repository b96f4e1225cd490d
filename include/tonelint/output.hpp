#pragma once

/// @file
/// Reports as people and programs read them.

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "tonelint/lint.hpp"

// The shared library exports what is declared here, and hides all else.
#pragma GCC visibility push(default)
namespace tonelint {

/// How a format is written.
struct OutputOptions {
  bool colour = false;  ///< ANSI colours and underlines.
  unsigned width = 80;  ///< Columns of the terminal.
  bool quiet = false;   ///< Only warnings and errors (terminal).
  bool score = false;   ///< Show the scores that the reports hold (terminal).
};

/// Everything a report says of one draft.
struct Checked {
  const Source& source;
  const Report& report;
  std::string_view id;  ///< Context::id, may be empty.
  /// The source is that of the reply before, so that what was worked out of it still holds.
  bool same_source = false;
};

/// Counts over a whole run.
struct Summary {
  std::size_t replies = 0, clean = 0, errors = 0, warnings = 0, suggestions = 0, fixable = 0,
              suppressed = 0;
  std::size_t skipped = 0;  ///< Records of libraries that were left out: not for customers, or
  std::size_t other_languages = 0;  ///< (so many of them) not in the language of the guide.
  std::size_t known = 0;            ///< Findings that a baseline hid; counted nowhere else.
  /// `fixable_findings`: how many of them `fix` would take away, as `FixResult::fixed` says.
  void add(const Report& report, std::size_t fixable_findings = 0);
};

/// Writes one run in one format: `begin`, then `reply` once for each draft, then `end`. Appends to
/// the string it is given; whoever calls writes that out.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual void begin(std::string& out) { static_cast<void>(out); }
  virtual void reply(const Checked& checked, std::string& out) = 0;
  virtual void end(const Summary& summary, std::string& out) {
    static_cast<void>(summary);
    static_cast<void>(out);
  }
};

/// One output format.
struct Format {
  std::string_view name;     ///< As in `--format json`.
  std::string_view purpose;  ///< One line, for help and documentation.
  std::unique_ptr<Writer> (*make)(const OutputOptions& options);
  /// Shows the replies and how well they do: lint with LintOptions::text and LintOptions::score.
  bool shows_replies = false;
};

/// All formats, in the order they are shown.
[[nodiscard]] std::span<const Format> formats();
/// The format of this name, or null.
[[nodiscard]] const Format* find_format(std::string_view name);

/// How many of something, for people: "1 error", "3 errors", or "2 replies" with the word for
/// several.
[[nodiscard]] std::string counted(std::size_t count, std::string_view one,
                                  std::string_view several = {});

/// Appends a text as a JSON string, its quotes included. Bytes that are not UTF-8 become U+FFFD.
void append_json(std::string& out, std::string_view text);

}  // namespace tonelint
#pragma GCC visibility pop
