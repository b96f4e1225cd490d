#include "apps/cli/drafts.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "apps/cli/files.hpp"
#include "apps/cli/stream.hpp"
#include "tonelint/library.hpp"

namespace tonelint::cli {
namespace {

// Starting a thread costs as much as checking a few drafts.
constexpr std::size_t drafts_for_a_thread = 16;

}  // namespace

Drafts::Drafts(const CheckOptions& options) : options_(options), guides_(options.guide) {
  if (options.paths.empty()) {
    add({}, options.context_name, false);
    return;
  }
  Found found;
  for (const std::string& path : options.paths) find_drafts(path, found);
  for (const std::string& note : found.notes) complain(note);
  for (const std::string& problem : found.problems) complain(problem);
  incomplete_ = !found.problems.empty();
  folders_ = std::move(found.folders);
  drafts_.reserve(found.files.size());
  for (std::size_t i = 0; i < found.files.size(); ++i) {
    std::string& path = found.files[i];
    std::string name = path == "-" ? options.stdin_name : path;
    add(std::move(path), std::move(name), found.in_folder[i]);
  }
}

// Guides are found beforehand, one look for each folder: the threads share nothing but them.
void Drafts::add(std::string path, std::string name, bool in_folder) {
  const Guides::Loaded* guide =
      guides_.for_draft(name, path.empty() ? options_.context.path : std::string());
  if (guide == nullptr) {
    incomplete_ = true;
  } else {
    drafts_.push_back({std::move(path), std::move(name), guide, in_folder});
  }
}

bool Drafts::is_file(std::size_t draft) const {
  return !drafts_[draft].path.empty() && drafts_[draft].path != "-";
}

std::string Drafts::read(std::size_t draft, std::string& bytes) const {
  if (!drafts_[draft].path.empty()) return read_file(drafts_[draft].path, bytes);
  bytes = *options_.reply;
  return {};
}

std::vector<std::string> Drafts::paths() const {
  std::vector<std::string> paths = options_.paths;
  paths.insert(paths.end(), folders_.begin(), folders_.end());
  paths.insert(paths.end(), guides_.files().begin(), guides_.files().end());
  for (const Draft& draft : drafts_) paths.push_back(draft.path);
  return paths;
}

bool Drafts::is_library(std::size_t draft) const {
  if (drafts_[draft].path.empty() || options_.syntax != Syntax::automatic) return false;
  return !options_.library_format.empty() || has_library_ending(name(draft));
}

unsigned Drafts::threads() const {
  if (options_.jobs > 0) return options_.jobs;
  const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
  for (std::size_t draft = 0; draft < size(); ++draft) {
    if (is_library(draft)) return static_cast<unsigned>(cores);
  }
  const std::size_t useful = std::min(cores, size() / drafts_for_a_thread + 1);
  return static_cast<unsigned>(std::min(useful, std::max<std::size_t>(size(), 1)));
}

}  // namespace tonelint::cli
