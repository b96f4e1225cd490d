#pragma once

#include <array>
#include <chrono>
#include <deque>
#include <initializer_list>
#include <mutex>
#include <string_view>
#include <unordered_map>

namespace tonelint::serve {

/// Texts that were here before: drafts that an agent chose to send as they are, replies that a
/// webhook told of. Keeps a hash of each, not a word of it; forgets after a while, and the oldest
/// when there are many.
class Remembered {
 public:
  using Clock = std::chrono::steady_clock;
  using Hash = std::array<unsigned char, 32>;

  /// The hash of a text and of what it belongs to.
  [[nodiscard]] static Hash hash_of(std::initializer_list<std::string_view> parts);

  void remember(const Hash& hash, Clock::time_point now = Clock::now());
  [[nodiscard]] bool knows(const Hash& hash, Clock::time_point now = Clock::now());

  /// Whether there is anything to know.
  [[nodiscard]] bool any() const {
    const std::lock_guard lock(mutex_);
    return !known_.empty();
  }

  static constexpr std::size_t most = 10000;
  static constexpr std::chrono::hours kept{1};

 private:
  struct First {
    std::size_t operator()(const Hash& hash) const;
  };
  void forget(Clock::time_point now);

  mutable std::mutex mutex_;
  std::unordered_map<Hash, Clock::time_point, First> known_;
  std::deque<std::pair<Clock::time_point, Hash>> order_;
};

}  // namespace tonelint::serve
