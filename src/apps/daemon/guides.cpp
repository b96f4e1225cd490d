#include "apps/daemon/guides.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <mutex>

#include "apps/daemon/log.hpp"

namespace tonelint::daemon {
namespace {

/// What files are like: it changes with any of them, and when one goes or comes.
std::string stamp_of(const std::vector<std::string>& files) {
  std::string stamp;
  for (const std::string& file : files) {
    struct stat found {};
    if (stat(file.c_str(), &found) == 0) {
      stamp += std::to_string(found.st_ino) + ' ' + std::to_string(found.st_size) + ' ' +
               std::to_string(found.st_mtim.tv_sec) + ' ' + std::to_string(found.st_mtim.tv_nsec);
    }
    stamp += '\n';
  }
  return stamp;
}

std::string first_error(const LoadedGuide& loaded) {
  for (const GuideProblem& problem : loaded.problems) {
    const Diagnostic& found = problem.diagnostic;
    if (found.level != Level::error) continue;
    return problem.file + ":" + std::to_string(found.position.line) + ":" +
           std::to_string(found.position.column) + ": " + found.message;
  }
  return "it has a mistake.";
}

}  // namespace

std::string Guides::read(std::size_t index) {
  const GuideSetting& named = named_[index];
  Slot& slot = slots_[index];
  // Looked at before they are read: a change while reading is then seen the next time.
  std::string stamp = stamp_of(slot.files);
  auto loaded = load_(named.path, {});
  std::string problem;
  if (!loaded) {
    problem = named.path + " can't be read.";
  } else {
    if (!loaded->guide) problem = first_error(*loaded);
    // A broken guide may not have got as far as all its files, so that the known ones stay.
    std::vector<std::string> files = loaded->files;
    if (!loaded->guide) files.insert(files.end(), slot.files.begin(), slot.files.end());
    files.push_back(named.path);
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    if (files != slot.files) {
      slot.files = std::move(files);
      stamp = stamp_of(slot.files);
    }
  }
  // Not before: what there was no memory to read is read again.
  slot.stamp = std::move(stamp);
  const std::unique_lock lock(mutex_);
  slot.problem = problem;
  if (problem.empty()) {
    GuideByPath by_path(
        *loaded->guide, loaded->overrides,
        [load = load_, file = named.path](const std::string& path) -> std::optional<Guide> {
          auto other = load(file, path);
          return other ? std::move(other->guide) : std::nullopt;
        });
    slot.guide = std::make_shared<const ServedGuide>(
        ServedGuide{named.name, std::move(*loaded), std::move(by_path)});
  }
  return problem;
}

std::string Guides::load() {
  slots_.resize(named_.size());
  for (std::size_t i = 0; i < named_.size(); ++i) {
    if (std::string problem = read(i); !problem.empty()) return problem;
  }
  return {};
}

void Guides::reload(bool all) {
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    if (!all && stamp_of(slots_[i].files) == slots_[i].stamp) continue;
    const std::string problem = read(i);
    LogLine line(problem.empty() ? "guide_loaded" : "guide_broken");
    line.add("guide", named_[i].name);
    if (!problem.empty()) line.add("problem", problem);
  }
}

std::shared_ptr<const ServedGuide> Guides::find(std::string_view name) const {
  const std::shared_lock lock(mutex_);
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    if (name.empty() || named_[i].name == name) return slots_[i].guide;
  }
  return nullptr;
}

std::vector<Guides::State> Guides::states() const {
  const std::shared_lock lock(mutex_);
  std::vector<State> states;
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    states.push_back({named_[i].name, slots_[i].problem});
  }
  return states;
}

std::string Guides::names() const {
  std::string names;
  for (const GuideSetting& each : named_) names += (names.empty() ? "" : ", ") + each.name;
  return names;
}

}  // namespace tonelint::daemon
