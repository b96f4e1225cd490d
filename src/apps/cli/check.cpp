#include <algorithm>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "apps/cli/check_options.hpp"
#include "apps/cli/files.hpp"
#include "apps/cli/guides.hpp"
#include "apps/cli/reports.hpp"
#include "apps/cli/run.hpp"
#include "tonelint/lint.hpp"

namespace tonelint::cli {
namespace {

// Starting a thread costs as much as checking a few drafts.
constexpr std::size_t drafts_for_a_thread = 16;

/// One draft on its way from the disk to the reports. Its memory is used again.
struct Draft {
  std::string bytes;
  std::string problem;
  std::optional<Report> report;
};

class Check {
 public:
  explicit Check(const CheckOptions& options) : options_(options), guides_(options.guide) {}

  int run() {
    if (!reports_.open(options_.formats, options_.colour, options_.quiet)) return failed;
    if (options_.paths.empty()) {
      check_reply_of_context();
    } else {
      find();
      check_all();
    }
    if (!reports_.finish()) return failed;
    return incomplete_ ? failed : has_findings() ? findings : clean;
  }

 private:
  void find() {
    Found found;
    for (const std::string& path : options_.paths) find_drafts(path, found);
    for (const std::string& note : found.notes) complain(note);
    for (const std::string& problem : found.problems) complain(problem);
    incomplete_ = !found.problems.empty();
    // Guides are found beforehand, one look for each folder: the threads share nothing but them.
    for (std::string& path : found.files) {
      const std::string& name = path == "-" ? options_.stdin_name : path;
      const Guide* guide = guides_.in_folder(folder_of(name));
      if (guide == nullptr) {
        incomplete_ = true;
        continue;
      }
      files_.push_back(std::move(path));
      guide_of_.push_back(guide);
    }
  }

  void check_all() {
    OrderedWork all;
    all.pieces = files_.size();
    const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
    const std::size_t useful = files_.size() / drafts_for_a_thread + 1;
    all.threads = options_.jobs > 0 ? options_.jobs
                                    : static_cast<unsigned>(std::min<std::size_t>(cores, useful));
    all.threads = static_cast<unsigned>(std::min<std::size_t>(all.threads, files_.size()));
    std::vector<Draft> drafts(all.slots());
    all.work = [&](std::size_t piece, std::size_t slot) { return check(piece, drafts[slot]); };
    all.take = [&](std::size_t piece, std::size_t slot) { return take(piece, drafts[slot]); };
    all.run();
  }

  std::size_t check(std::size_t piece, Draft& draft) const {
    draft.problem = read_file(files_[piece], draft.bytes);
    if (draft.problem.empty()) {
      draft.report = lint(*guide_of_[piece], source(piece, draft), options_.context);
    }
    return draft.bytes.size();
  }

  bool take(std::size_t piece, Draft& draft) {
    if (draft.problem.empty()) {
      reports_.add({source(piece, draft), *draft.report, options_.context.id});
    } else {
      reports_.show();
      complain("can't read " + name_of_piece(piece) + ": " + draft.problem + ".");
      incomplete_ = true;
    }
    draft.report.reset();
    constexpr std::size_t worth_keeping = 1u << 20;
    if (draft.bytes.capacity() > worth_keeping) draft.bytes = {};
    return !reports_.broken();
  }

  /// The draft that came inside the context file.
  void check_reply_of_context() {
    const Guide* guide = guides_.in_folder(folder_of(options_.context_name));
    if (guide == nullptr) {
      incomplete_ = true;
      return;
    }
    const Source draft{options_.context_name, *options_.reply, options_.syntax};
    const Report report = lint(*guide, draft, options_.context);
    reports_.add({draft, report, options_.context.id});
  }

  const std::string& name_of_piece(std::size_t piece) const {
    return files_[piece] == "-" ? options_.stdin_name : files_[piece];
  }
  Source source(std::size_t piece, const Draft& draft) const {
    return {name_of_piece(piece), draft.bytes, options_.syntax};
  }

  bool has_findings() const {
    const Summary& summary = reports_.summary();
    if (options_.max_warnings && summary.warnings > *options_.max_warnings) return true;
    if (!options_.fail_on) return false;
    return summary.errors > 0 || (*options_.fail_on <= Level::warning && summary.warnings > 0) ||
           (*options_.fail_on <= Level::suggestion && summary.suggestions > 0);
  }

  const CheckOptions& options_;
  Guides guides_;
  Reports reports_;
  std::vector<std::string> files_;
  std::vector<const Guide*> guide_of_;
  bool incomplete_ = false;  ///< Something could not be checked.
};

}  // namespace

int run_check(Arguments arguments) {
  CheckOptions options;
  if (const auto ended = read_check_options(arguments, options)) return *ended;
  return Check(options).run();
}

}  // namespace tonelint::cli
