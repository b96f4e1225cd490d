#include "text/glob.hpp"

#include <algorithm>
#include <vector>

namespace tonelint {
namespace {

/// Follows all ways through a pattern at once, byte by byte, so no pattern is slow.
class GlobMatch {
 public:
  explicit GlobMatch(std::string_view pattern) : pattern_(pattern) {}

  bool run(std::string_view path) {
    now_.assign(pattern_.size() + 1, false);
    reach(now_, 0);
    for (const char byte : path) {
      next_.assign(pattern_.size() + 1, false);
      for (std::size_t at = 0; at < pattern_.size(); ++at) {
        if (now_[at]) step(at, byte);
      }
      if (byte == '/') reach(next_, 0);
      now_.swap(next_);
    }
    return now_.back();
  }

 private:
  [[nodiscard]] std::size_t stars_at(std::size_t at) const {
    return pattern_[at] != '*' ? 0 : pattern_.substr(at, 2) == "**" ? 2 : 1;
  }

  /// Also what lies behind stars, which may stand for nothing.
  void reach(std::vector<bool>& states, std::size_t at) const {
    while (!states[at]) {
      states[at] = true;
      if (at == pattern_.size()) return;
      at += stars_at(at);
    }
  }

  void step(std::size_t at, char byte) {
    const std::size_t stars = stars_at(at);
    if (stars == 2 || (stars == 1 && byte != '/')) {
      reach(next_, at);
    } else if (stars == 0 && (pattern_[at] == byte || (pattern_[at] == '?' && byte != '/'))) {
      reach(next_, at + 1);
    }
  }

  std::string_view pattern_;
  std::vector<bool> now_, next_;
};

}  // namespace

bool is_glob(std::string_view pattern) {
  return pattern.find_first_of("*?") != std::string_view::npos;
}

bool matches_path(std::string_view pattern, std::string_view path) {
  if (is_glob(pattern)) return GlobMatch(pattern).run(path);
  return path.ends_with(pattern) &&
         (path.size() == pattern.size() || path[path.size() - pattern.size() - 1] == '/');
}

bool matches_any(const std::vector<std::string>& patterns, std::string_view path) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return matches_path(pattern, path); });
}

}  // namespace tonelint
