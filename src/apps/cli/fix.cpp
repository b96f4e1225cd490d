#include "tonelint/fix.hpp"

#include <unistd.h>

#include <optional>
#include <set>
#include <string>

#include "apps/cli/check_options.hpp"
#include "apps/cli/diff.hpp"
#include "apps/cli/drafts.hpp"
#include "apps/cli/files.hpp"
#include "apps/cli/library_file.hpp"
#include "apps/cli/replace.hpp"
#include "apps/cli/reports.hpp"
#include "apps/cli/successor.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint::cli {
namespace {

/// One draft on its way from the disk and back.
struct Fixing {
  std::size_t draft = 0;
  std::string bytes;
  std::string problem;              ///< Complete but for the full stop.
  std::optional<FixResult> result;  ///< Of a library its report is empty.
  bool is_library = false;
};

Style style_of_line(std::string_view line) {
  if (line.starts_with("---") || line.starts_with("+++")) return Style::strong;
  if (line.starts_with("@@")) return Style::faint;
  if (line.starts_with('-')) return Style::error;
  if (line.starts_with('+')) return Style::good;
  return Style::plain;
}

/// A diff for people; a program gets it as it is.
std::string shown(std::string_view diff, const OutputOptions& options) {
  std::string out;
  TerminalText text(out, options);
  while (!diff.empty()) {
    const std::string_view whole = diff.substr(0, diff.find('\n'));
    const std::string_view line = whole.ends_with('\r') ? whole.substr(0, whole.size() - 1) : whole;
    text.add(style_of_line(line), line);
    text.line_end();
    diff.remove_prefix(whole.size() + 1);
  }
  return out;
}

class Fix {
 public:
  explicit Fix(const CheckOptions& options)
      : options_(options), drafts_(options), reports_(screen()) {}

  int run() {
    // A diff speaks for itself; what remains is told where that was asked for.
    const bool reported = !options_.diff || !options_.formats.empty();
    if (reported && !reports_.open(options_.formats, options_.colour, options_.quiet)) {
      return failed;
    }
    incomplete_ = drafts_.incomplete();
    if (!options_.diff) clean_up();
    std::size_t next = 0;
    for_all<Fixing>(
        drafts_.threads(),
        [&](Fixing& piece) {
          piece.draft = next++;
          return piece.draft < drafts_.size();
        },
        [&](Fixing& piece) { return fix_one(piece); }, [&](Fixing& piece) { return take(piece); });
    if (!reports_.finish() || incomplete_) return failed;
    return options_.fails(reports_.summary()) ? findings : clean;
  }

 private:
  /// Standard output is for what was fixed, when that comes out there.
  [[nodiscard]] int screen() const {
    if (options_.diff) return 2;
    for (std::size_t draft = 0; draft < drafts_.size(); ++draft) {
      if (!drafts_.is_file(draft)) return 2;
    }
    return 1;
  }

  /// A run that was killed may have left a file beside a draft.
  void clean_up() const {
    std::set<std::string_view> folders;
    for (std::size_t draft = 0; draft < drafts_.size(); ++draft) {
      if (drafts_.is_file(draft)) folders.insert(folder_of(drafts_.name(draft)));
    }
    for (const std::string_view folder : folders) remove_remainders(folder);
  }

  std::size_t fix_one(Fixing& piece) const {
    if (drafts_.is_library(piece.draft)) return fix_library(piece);
    const std::string& name = drafts_.name(piece.draft);
    if (const auto problem = drafts_.read(piece.draft, piece.bytes); !problem.empty()) {
      piece.problem = "can't read " + name + ": " + problem;
      return 0;
    }
    if (drafts_.is_file(piece.draft) && options_.syntax == Syntax::automatic &&
        has_front_matter(piece.bytes)) {
      return fix_library(piece);
    }
    const Source source = drafts_.source(piece.draft, piece.bytes);
    piece.result = fix(drafts_.guide(piece.draft), source, options_.context, {options_.all});
    replace(piece);
    return piece.bytes.size() + piece.result->bytes.size();
  }

  /// Rewrites the texts of a library, and nothing else of it.
  std::size_t fix_library(Fixing& piece) const {
    LibraryFile library(drafts_, piece.draft, options_);
    if (library.is_foreign()) return 0;
    if (piece.problem = library.problem(); !piece.problem.empty()) return 0;
    const Guide& guide = drafts_.guide(piece.draft);
    piece.is_library = true;
    piece.bytes = library.source().bytes;
    FixResult& result = piece.result.emplace(FixResult{.report = {.guide = guide}});
    SavedReply reply;
    while (library.next(reply)) {
      SavedReplyFix fixed = fix(guide, reply, options_.context, {options_.all});
      result.fixed += fixed.fixed;
      for (Edit& edit : fixed.edits) result.edits.push_back(std::move(edit));
    }
    result.bytes = with_edits(piece.bytes, result.edits);
    replace(piece);
    return piece.bytes.size() + result.bytes.size();
  }

  void replace(Fixing& piece) const {
    const FixResult& result = *piece.result;
    if (options_.diff || !drafts_.is_file(piece.draft) || result.edits.empty()) return;
    const std::string& name = drafts_.name(piece.draft);
    if (const auto problem = replace_file(name, piece.bytes, result.bytes); !problem.empty()) {
      piece.problem = "can't write " + name + ", which stays as it is: " + problem;
    }
  }

  bool take(Fixing& piece) {
    if (piece.problem.empty()) {
      if (piece.result) tell(piece);
    } else {
      reports_.show();
      complain(piece.problem + ".");
      incomplete_ = true;
    }
    piece = {};
    return !broken_ && !reports_.broken();
  }

  void tell(const Fixing& piece) {
    const FixResult& result = *piece.result;
    if (options_.diff) {
      show_diff(unified_diff(drafts_.name(piece.draft), piece.bytes, result.edits));
    } else {
      if (!drafts_.is_file(piece.draft)) write(result.bytes);
      if (!options_.quiet && !result.edits.empty()) {
        reports_.show();
        complain("fixed " + counted(result.fixed, "finding") + " in " + drafts_.name(piece.draft) +
                 ".");
      }
    }
    if (piece.is_library) return tell_of_library(piece);
    // What can be fixed has been.
    reports_.add({drafts_.source(piece.draft, result.bytes), result.report, options_.context.id});
  }

  /// What remains in a library, now that it is fixed.
  void tell_of_library(const Fixing& piece) {
    const Source source{drafts_.name(piece.draft), piece.result->bytes, Syntax::automatic};
    const Guide& guide = drafts_.guide(piece.draft);
    Library library(source, options_.library_format, drafts_.mapping(piece.draft));
    SavedReply reply;
    std::size_t other_languages = 0;
    for (bool same = false; library.next(reply);) {
      if (!is_in_language_of(guide, reply)) {
        ++other_languages;
        continue;
      }
      reports_.add({source, lint(guide, reply, options_.context), options_.context.id, same});
      same = true;
    }
    reports_.skip(library.skipped(), other_languages);
    if (!library.whole()) incomplete_ = true;
  }

  void show_diff(const std::string& diff) {
    const OutputOptions options = options_for(1, options_.colour);
    write(options.colour || isatty(1) == 1 ? shown(diff, options) : diff);
  }

  void write(std::string_view text) {
    if (write_all(text)) return;
    broken_ = true;
    incomplete_ = true;
  }

  const CheckOptions& options_;
  Drafts drafts_;
  Reports reports_;
  bool incomplete_ = false;  ///< Something could not be fixed.
  bool broken_ = false;      ///< Standard output takes no more.
};

}  // namespace

int run_fix(const Arguments& arguments) {
  CheckOptions options;
  if (const auto ended = read_check_options(arguments, Task::fix, options)) return *ended;
  return Fix(options).run();
}

}  // namespace tonelint::cli
