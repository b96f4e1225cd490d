#include "apps/serve/rates.hpp"

#include <algorithm>

namespace tonelint::serve {

double Rates::filled(const Purse& purse, Clock::time_point now) const {
  const double seconds = std::chrono::duration<double>(now - purse.since).count();
  return std::min<double>(rate_, purse.left + seconds * rate_);
}

bool Rates::take(const std::string& client, Clock::time_point now) {
  constexpr std::size_t most = 10000;
  if (rate_ == 0) return true;
  const std::lock_guard lock(mutex_);
  if (purses_.size() >= most) {
    // A full purse is like none at all.
    std::erase_if(purses_, [&](const auto& each) { return filled(each.second, now) >= rate_; });
    if (purses_.size() >= most && !purses_.contains(client)) return false;
  }
  Purse& purse = purses_.try_emplace(client, Purse{static_cast<double>(rate_), now}).first->second;
  purse = {filled(purse, now), now};
  if (purse.left < 1) return false;
  purse.left -= 1;
  return true;
}

}  // namespace tonelint::serve
