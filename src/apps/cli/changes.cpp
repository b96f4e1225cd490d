#include "apps/cli/changes.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "apps/cli/files.hpp"
#include "apps/cli/git.hpp"

namespace tonelint::cli {
namespace {

std::string_view name_in_folder(std::string_view path) {
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

/// What ends in a zero byte each, as git writes with -z.
void take_names(std::string_view names, std::set<std::string, std::less<>>& out) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find('\0'), names.size());
    out.emplace(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

bool is_link(const std::string& path) {
  struct stat about {};
  return lstat(path.c_str(), &about) == 0 && S_ISLNK(about.st_mode);
}

}  // namespace

std::uint64_t OldReplies::hash(const SavedReply& reply) {
  const Record& record = reply.record;
  std::string all = record.id.empty() ? "n" + record.name : "i" + record.id;
  all += '\0';
  all += reply.channel;
  all += '\0';
  all += reply.text();
  return std::hash<std::string>{}(all);
}

std::string Changes::look_into(const std::string& folder) {
  const auto [known, is_new] = folders_.try_emplace(folder);
  if (!is_new) return {};
  const std::string where = folder.empty() ? "this folder" : folder;
  const GitAnswer repository = run_git(folder, {"rev-parse", "--is-shallow-repository"});
  if (repository.exit < 0) return "--changed-since needs git, which could not be run";
  if (repository.exit != 0) {
    return "can't tell what changed since " + revision_ + ": " + where +
           " is in no git repository that may be read";
  }
  GitAnswer commit = run_git(
      folder, {"rev-parse", "--verify", "--quiet", "--end-of-options", revision_ + "^{commit}"});
  if (commit.exit != 0) {
    if (repository.out.starts_with("true")) {
      return "can't tell what changed since " + revision_ +
             ": this clone is shallow and does not have it. Fetch it first: git fetch "
             "--unshallow (in a GitHub workflow, give actions/checkout “fetch-depth: 0”)";
    }
    return "can't tell what changed since " + revision_ +
           ": there is no such revision here. Look for it with git log, or fetch it with git fetch";
  }
  Folder& answer = known->second;
  answer.commit = commit.out.substr(0, commit.out.find('\n'));
  const GitAnswer changed =
      run_git(folder, {"diff", "-z", "--name-only", "--no-renames", "--no-ext-diff",
                       "--ignore-submodules", "--relative", answer.commit, "--", ":(glob)*"});
  const GitAnswer added = run_git(folder, {"ls-files", "-z", "--others", "--", ":(glob)*"});
  if (changed.exit != 0 || added.exit != 0) {
    return "can't tell what changed since " + revision_ + ": git failed in " + where;
  }
  take_names(changed.out, answer.changed);
  take_names(added.out, answer.changed);
  return {};
}

bool Changes::is_as_it_was(const std::string& path) const {
  const auto folder = folders_.find(folder_of(path));
  return folder != folders_.end() && !folder->second.changed.contains(name_in_folder(path)) &&
         !is_link(path);  // git knows where a link leads, not what stands there
}

std::string Changes::old_bytes(const std::string& path) const {
  const auto folder = folders_.find(folder_of(path));
  if (folder == folders_.end()) return {};
  const std::string object = folder->second.commit + ":./" + std::string(name_in_folder(path));
  GitAnswer answer = run_git(folder->first, {"cat-file", "--filters", object});
  return answer.exit == 0 ? std::move(answer.out) : std::string();
}

}  // namespace tonelint::cli
