#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "tonelint/guide.hpp"

namespace tonelint {
namespace {

/// More ways to combine overrides no team has; whoever asks for all of them is up to something.
constexpr std::size_t most_kept = 64;

}  // namespace

struct GuideByPath::State {
  Guide base;
  std::vector<std::vector<std::string>> overrides;
  Load load;
  std::mutex mutex;  ///< Of what follows.
  std::map<std::vector<bool>, std::optional<Guide>> kept;
};

GuideByPath::GuideByPath(Guide base, std::vector<std::vector<std::string>> overrides, Load load)
    : state_(new State{std::move(base), std::move(overrides), std::move(load), {}, {}}) {}
GuideByPath::~GuideByPath() = default;
GuideByPath::GuideByPath(GuideByPath&&) noexcept = default;
GuideByPath& GuideByPath::operator=(GuideByPath&&) noexcept = default;

std::optional<Guide> GuideByPath::at(const std::string& path) const {
  if (path.empty() || state_->overrides.empty()) return state_->base;
  std::vector<bool> wanted = overrides_for(state_->overrides, path);
  if (std::find(wanted.begin(), wanted.end(), true) == wanted.end()) return state_->base;
  const std::scoped_lock lock(state_->mutex);
  if (const auto known = state_->kept.find(wanted); known != state_->kept.end()) {
    return known->second;
  }
  if (state_->kept.size() >= most_kept) state_->kept.clear();
  return state_->kept.emplace(std::move(wanted), state_->load(path)).first->second;
}

}  // namespace tonelint
