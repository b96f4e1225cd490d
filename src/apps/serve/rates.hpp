#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

namespace tonelint::serve {

/// How fast clients ask. Each may ask `rate` times at once, and gets that many again in a second.
class Rates {
 public:
  using Clock = std::chrono::steady_clock;

  /// 0: as fast as they like.
  explicit Rates(unsigned rate) : rate_(rate) {}

  /// Whether this client may ask now.
  [[nodiscard]] bool take(const std::string& client, Clock::time_point now = Clock::now());

 private:
  struct Purse {
    double left;
    Clock::time_point since;
  };
  [[nodiscard]] double filled(const Purse& purse, Clock::time_point now) const;

  const unsigned rate_;
  std::mutex mutex_;
  std::unordered_map<std::string, Purse> purses_;
};

}  // namespace tonelint::serve
