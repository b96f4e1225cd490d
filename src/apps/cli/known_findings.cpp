#include "apps/cli/known_findings.hpp"

#include <unistd.h>

#include "apps/cli/guides.hpp"
#include "apps/cli/replace.hpp"
#include "apps/cli/stream.hpp"

namespace tonelint::cli {

bool KnownFindings::open(const std::string& path) {
  if (const std::string problem = bytes_.open(path); !problem.empty()) {
    complain("can't read the baseline " + path + ": " + problem +
             ". Make it with tonelint baseline -o " + path + ".");
    return false;
  }
  path_ = path;
  baseline_ = Baseline(bytes_.view());
  if (baseline_.problems().empty()) return true;
  std::vector<GuideProblem> problems;
  for (const Diagnostic& problem : baseline_.problems()) problems.push_back({path, problem});
  show_problems(problems);
  return false;
}

bool KnownFindings::close(bool prune) {
  if (!is_open()) return true;
  const Baseline::Stale stale = baseline_.stale([&](std::string_view file) {
    return checked_.contains(file) || access(std::string(file).c_str(), F_OK) != 0;
  });
  if (stale.findings == 0) return true;
  const std::string count = stale.findings == 1
                                ? "1 finding of " + path_ + " is"
                                : std::to_string(stale.findings) + " findings of " + path_ + " are";
  if (!prune) {
    complain(count + " no longer there. --prune takes that out.");
    return true;
  }
  if (const auto problem = replace_file(path_, bytes_.view(), stale.bytes); !problem.empty()) {
    complain("can't write " + path_ + ": " + problem + ".");
    return false;
  }
  complain(count + " no longer there, and out of it now.");
  return true;
}

}  // namespace tonelint::cli
