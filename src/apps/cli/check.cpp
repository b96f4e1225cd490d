#include <optional>
#include <string>

#include "apps/cli/check_options.hpp"
#include "apps/cli/drafts.hpp"
#include "apps/cli/reports.hpp"
#include "tonelint/lint.hpp"

namespace tonelint::cli {
namespace {

/// One draft on its way from the disk to the reports. Its memory is used again.
struct Checking {
  std::string bytes;
  std::string problem;
  std::optional<Report> report;
};

class Check {
 public:
  explicit Check(const CheckOptions& options)
      : options_(options), lint_options_(options.lint_options()) {}

  int run() {
    if (!reports_.open(options_.formats, options_.colour, options_.quiet)) return failed;
    const Drafts drafts(options_);
    incomplete_ = drafts.incomplete();
    for_all<Checking>(
        drafts, options_.jobs,
        [&](std::size_t draft, Checking& piece) { return check(drafts, draft, piece); },
        [&](std::size_t draft, Checking& piece) { return take(drafts, draft, piece); });
    if (!reports_.finish()) return failed;
    return incomplete_ ? failed : options_.fails(reports_.summary()) ? findings : clean;
  }

 private:
  std::size_t check(const Drafts& drafts, std::size_t draft, Checking& piece) const {
    piece.problem = drafts.read(draft, piece.bytes);
    if (!piece.problem.empty()) return 0;
    const Source source = drafts.source(draft, piece.bytes);
    piece.report = lint(drafts.guide(draft), source, options_.context, lint_options_);
    return piece.bytes.size();
  }

  bool take(const Drafts& drafts, std::size_t draft, Checking& piece) {
    if (piece.problem.empty()) {
      reports_.add({drafts.source(draft, piece.bytes), *piece.report, options_.context.id});
    } else {
      reports_.show();
      complain("can't read " + drafts.name(draft) + ": " + piece.problem + ".");
      incomplete_ = true;
    }
    piece.report.reset();
    shrink(piece.bytes);
    return !reports_.broken();
  }

  const CheckOptions& options_;
  const LintOptions lint_options_;
  Reports reports_;
  bool incomplete_ = false;  ///< Something could not be checked.
};

}  // namespace

int run_check(Arguments arguments) {
  CheckOptions options;
  if (const auto ended = read_check_options(arguments, Task::check, options)) return *ended;
  return Check(options).run();
}

}  // namespace tonelint::cli
