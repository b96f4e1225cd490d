#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "apps/cli/changes.hpp"
#include "apps/cli/check_options.hpp"
#include "apps/cli/drafts.hpp"
#include "apps/cli/files.hpp"
#include "apps/cli/interrupt.hpp"
#include "apps/cli/known_findings.hpp"
#include "apps/cli/pieces.hpp"
#include "apps/cli/progress.hpp"
#include "apps/cli/reports.hpp"
#include "apps/cli/result_cache.hpp"
#include "apps/cli/statistics.hpp"
#include "apps/cli/watch.hpp"
#include "tonelint/across.hpp"
#include "tonelint/fix.hpp"
#include "tonelint/lint.hpp"

namespace tonelint::cli {
namespace {

/// A piece on its way from the disk to the reports.
struct Checking : Piece {
  std::optional<Report> report;
  std::size_t fixable = 0;  ///< What `tonelint fix` would take away.
  std::vector<Report> reports;
  std::vector<std::size_t> fixables;  ///< As many as reports.
  std::vector<ReplySketch> sketches;  ///< Where replies are compared with each other.
  Costs costs;                        ///< When statistics are asked for,
  std::size_t timed = 0;              ///< of so many replies.
};

/// A piece that is listened to, to compare tones.
struct Listening : Piece {
  std::vector<ReplyTone> tones;
};
constexpr double part_of_listening = 0.4;  ///< Of the time that comparing takes.

class Check {
 public:
  explicit Check(const CheckOptions& options)
      : options_(options),
        lint_options_(options.lint_options()),
        drafts_(options),
        changes_(options.changed_since),
        pieces_(drafts_, options, changes_) {}

  int run() {
    if (!reports_.open(options_.formats, options_.colour, options_.quiet, options_.score)) {
      return failed;
    }
    incomplete_ = drafts_.incomplete();
    cache_.open(options_);
    if (!options_.baseline.empty() && !known_.open(options_.baseline)) return failed;
    if (!look_for_changes()) return failed;
    Progress progress(!reports_.at_terminal());
    progress_ = &progress;
    listen_to_all();
    for_all<Checking>(
        drafts_.threads(), [&](Checking& piece) { return pieces_.draw(piece); },
        [&](Checking& piece) { return check(piece); },
        [&](Checking& piece) { return take(piece); });
    progress.clear();
    const bool stopped = interrupted();  // later nothing is missing any more
    cache_.finish(!stopped && !reports_.broken() && !changes_.asked());
    if (!reports_.finish()) return failed;
    if (options_.statistics) write_error(statistics_.table());
    if (!incomplete_ && !options_.quiet && reports_.summary().replies == 0) tell_of_nothing();
    if (!changes_.asked() && !incomplete_ && !stopped && !known_.close(options_.prune))
      return failed;
    if (stopped) {
      complain("stopped; this is what was found so far.");
      return interrupted_exit();
    }
    return incomplete_ ? failed : options_.fails(reports_.summary()) ? findings : clean;
  }

  [[nodiscard]] std::vector<std::string> paths() const { return drafts_.paths(); }

 private:
  /// No reply was checked. That a folder has no drafts was said, what was skipped is in the
  /// summary.
  void tell_of_nothing() const {
    if (changes_.asked()) {
      complain("nothing has changed since " + options_.changed_since + ".");
    } else if (drafts_.size() > 0 && reports_.summary().skipped == 0 && !interrupted()) {
      complain("there are no replies in what was given, so nothing was checked.");
    }
  }

  /// False: it cannot be told what has changed, which has been said.
  bool look_for_changes() {
    for (std::size_t draft = 0; changes_.asked() && draft < drafts_.size(); ++draft) {
      if (!drafts_.is_file(draft)) continue;
      const std::string problem = changes_.look_into(std::string(folder_of(drafts_.path(draft))));
      if (problem.empty()) continue;
      complain(problem + ".");
      return false;
    }
    return true;
  }

  /// Whether this draft is compared with the others.
  [[nodiscard]] bool compares(std::size_t draft) const {
    return options_.across.value_or(!changes_.asked() && drafts_.guide(draft).across());
  }

  /// A tone can only be called odd when all of a folder is known, so replies are read once before
  /// they are checked. What is wrong with a file is told later.
  void listen_to_all() {
    bool any = false;
    for (std::size_t draft = 0; draft < drafts_.size(); ++draft) any = any || compares(draft);
    if (!any) return;
    for_all<Listening>(
        drafts_.threads(), [&](Listening& piece) { return pieces_.draw(piece); },
        [&](Listening& piece) { return listen(piece); },
        [&](Listening& piece) {
          for (const ReplyTone& each : piece.tones) across_.learn(each);
          piece.tones.clear();
          progress_->show(0, part_of_listening * piece.part_done(drafts_.size()));
          if (piece.library != nullptr && piece.count > 0) {
            piece.library->bytes().forget_before(piece.replies[0].written.begin);
          }
          piece.forget();
          return true;
        });
    pieces_.rewind();
    listened_ = part_of_listening;
  }

  std::size_t listen(Listening& piece) {
    if (!piece.problem.empty() || !compares(piece.draft)) return 0;
    const Guide& guide = drafts_.guide(piece.draft);
    if (piece.library != nullptr) {
      for (std::size_t i = 0; i < piece.count; ++i) {
        piece.tones.push_back(tone(guide, piece.replies[i]));
      }
      return Piece::most_bytes;
    }
    if (!drafts_.is_file(piece.draft) || !drafts_.read(piece.draft, piece.bytes).empty()) return 0;
    const Source source = drafts_.source(piece.draft, piece.bytes);
    if (!is_with_front_matter(piece)) {
      piece.tones.push_back(tone(guide, source));
      return piece.bytes.size();
    }
    Library library(source);
    SavedReply reply;
    while (library.next(reply)) {
      if (is_in_language_of(guide, reply)) piece.tones.push_back(tone(guide, reply));
    }
    return piece.bytes.size();
  }

  [[nodiscard]] bool is_with_front_matter(const Piece& piece) const {
    return has_front_matter(piece.bytes) && options_.syntax == Syntax::automatic;
  }

  std::size_t check(Checking& piece) {
    if (options_.statistics) {
      piece.costs = {.now = Statistics::now};
      piece.timed = 0;
    }
    const Guide& guide = drafts_.guide(piece.draft);
    if (!piece.problem.empty()) return 0;
    if (piece.library != nullptr) {
      for (std::size_t i = 0; i < piece.count; ++i) {
        ResultCache::Result result = judge(guide, piece.replies[i], piece);
        piece.reports.push_back(std::move(result.report));
        piece.fixables.push_back(result.fixable);
      }
      return Piece::most_bytes;
    }
    piece.problem = drafts_.read(piece.draft, piece.bytes);
    if (!piece.problem.empty()) {
      piece.problem = "can't read " + drafts_.name(piece.draft) + ": " + piece.problem;
      return 0;
    }
    const Source source = drafts_.source(piece.draft, piece.bytes);
    if (is_with_front_matter(piece)) {
      check_front_matter(source, piece);
      return piece.bytes.size();
    }
    ResultCache::Result result = judge(guide, source, piece);
    piece.report = std::move(result.report);
    piece.fixable = result.fixable;
    return piece.bytes.size();
  }

  /// What there is to say of a source or a saved reply.
  template <typename Draft>
  ResultCache::Result judge(const Guide& guide, const Draft& draft, Checking& piece) {
    if (compares(piece.draft)) piece.sketches.push_back(sketch(guide, draft));
    return cache_.result(guide, draft, [&] {
      LintOptions wanted = lint_options_;
      if (options_.statistics) {
        wanted.costs = &piece.costs;
        ++piece.timed;
      }
      ResultCache::Result made{lint(guide, draft, options_.context, wanted)};
      made.fixable = fixable(guide, draft, made.report);
      return made;
    });
  }

  /// How many findings `tonelint fix` would take away, of a source or a saved reply. A rewrite may
  /// do no good there, which only trying tells.
  template <typename Draft>
  std::size_t fixable(const Guide& guide, const Draft& draft, const Report& report) const {
    if (!options_.counts_fixable() || !may_fix(report)) return 0;
    return fix(guide, draft, options_.context).fixed;
  }

  /// A saved reply in a file of its own.
  void check_front_matter(const Source& source, Checking& piece) {
    const Guide& guide = drafts_.guide(piece.draft);
    Library library(source);
    SavedReply reply;
    piece.other_languages = 0;
    while (library.next(reply)) {
      if (!is_in_language_of(guide, reply)) {
        piece.other_languages = 1;
        continue;
      }
      ResultCache::Result result = judge(guide, reply, piece);
      Report& report = result.report;
      piece.fixable += result.fixable;
      if (piece.report) {  // the front matter had a mistake
        std::vector<Diagnostic>& told = piece.report->diagnostics;
        report.diagnostics.insert(report.diagnostics.begin(), std::make_move_iterator(told.begin()),
                                  std::make_move_iterator(told.end()));
      }
      piece.report = std::move(report);
    }
  }

  bool take(Checking& piece) {
    compare(piece);
    hide_known(piece);
    if (!piece.problem.empty()) {
      progress_->clear();
      reports_.show();
      if (!interrupted()) complain(piece.problem + ".");
      incomplete_ = true;
    } else if (piece.library != nullptr) {
      take_replies(piece);
    } else if (piece.report) {
      reports_.add({drafts_.source(piece.draft, piece.bytes), *piece.report, options_.context.id},
                   piece.fixable);
    } else {
      reports_.skip(1 - piece.other_languages, piece.other_languages);
    }
    if (options_.statistics) {
      if (piece.report) statistics_.add(*piece.report);
      for (const Report& report : piece.reports) statistics_.add(report);
      statistics_.add(piece.costs, piece.timed);
    }
    progress_->show(reports_.summary().replies,
                    listened_ + (1 - listened_) * piece.part_done(drafts_.size()));
    piece.report.reset();
    piece.fixable = 0;
    piece.reports.clear();
    piece.fixables.clear();
    piece.forget();
    return !reports_.broken();
  }

  /// Adds what replies have in common with those before them.
  void compare(Checking& piece) {
    for (std::size_t i = 0; i < piece.sketches.size(); ++i) {
      Report& report = piece.report ? *piece.report : piece.reports[i];
      across_.add(piece.sketches[i], report);
    }
    piece.sketches.clear();
  }

  /// Leaves the findings of a baseline out, and of what can be fixed as many as may have been them.
  void hide_known(Checking& piece) {
    if (!known_.is_open() || !piece.problem.empty()) return;
    const auto hide = [&](Report& report, std::size_t& fixable) {
      const std::size_t hidden = known_.hide(drafts_.name(piece.draft), report);
      if (hidden == 0) return;
      reports_.hide(hidden);
      const auto left =
          std::count_if(report.diagnostics.begin(), report.diagnostics.end(),
                        [](const Diagnostic& found) { return rewrite_to_apply(found) != nullptr; });
      fixable = std::min(fixable, static_cast<std::size_t>(left));
    };
    if (piece.report) hide(*piece.report, piece.fixable);
    for (std::size_t i = 0; i < piece.reports.size(); ++i) {
      hide(piece.reports[i], piece.fixables[i]);
    }
    if (piece.library == nullptr || piece.last) known_.add_checked(drafts_.name(piece.draft));
  }

  void take_replies(Checking& piece) {
    const Source source = piece.library->source();
    for (std::size_t i = 0; i < piece.count; ++i) {
      const bool same = i > 0 || !piece.first;
      reports_.add({source, piece.reports[i], options_.context.id, same}, piece.fixables[i]);
      piece.library->bytes().forget_before(piece.replies[i].written.begin);
    }
    if (!piece.last) return;
    reports_.skip(piece.skipped, piece.other_languages);
    if (!piece.library->whole()) incomplete_ = true;
  }

  const CheckOptions& options_;
  const LintOptions lint_options_;
  const Drafts drafts_;
  ResultCache cache_;
  Reports reports_;
  AcrossLibrary across_;
  KnownFindings known_;
  Changes changes_;
  Statistics statistics_;
  Progress* progress_ = nullptr;  ///< While it runs.
  Pieces pieces_;
  double listened_ = 0;      ///< How much of the work that was.
  bool incomplete_ = false;  ///< Something could not be checked.
};

}  // namespace

int run_baseline(const Arguments& arguments) {
  CheckOptions options;
  if (const auto ended = read_check_options(arguments, Task::baseline, options)) return *ended;
  listen_for_interrupt();
  return Check(options).run();
}

int run_check(const Arguments& arguments) {
  CheckOptions options;
  if (const auto ended = read_check_options(arguments, Task::check, options)) return *ended;
  if (!options.watch) {
    listen_for_interrupt();
    return Check(options).run();
  }
  return watch([&] {
    CheckOptions now;  // what is known around the drafts may have changed as well
    Watched watched;
    if (const auto ended = read_check_options(arguments, Task::check, now)) {
      watched.exit = *ended;
    } else {
      Check check(now);
      watched.exit = check.run();
      watched.paths = check.paths();
    }
    watched.paths.insert(watched.paths.end(), now.context_files.begin(), now.context_files.end());
    return watched;
  });
}

}  // namespace tonelint::cli
