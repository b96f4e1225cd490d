#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "tonelint/lint.hpp"

namespace tonelint::serve {

/// Counts for Prometheus. Only fixed words and the ids of rules become labels.
class Metrics {
 public:
  /// `route` outlives this.
  void count_request(std::string_view route, unsigned status);
  void count_check(std::string_view verdict, const Report& report, std::chrono::microseconds time);
  /// Appends all of them in Prometheus' text format.
  void write(std::string& out) const;

 private:
  static constexpr std::array<std::uint64_t, 12> bounds{
      25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 50000, 250000, 1000000};  // microseconds

  mutable std::mutex mutex_;
  std::map<std::pair<std::string_view, unsigned>, std::uint64_t> requests_;
  std::map<std::string, std::uint64_t, std::less<>> verdicts_, findings_;
  std::array<std::uint64_t, bounds.size() + 1> times_{};
  std::uint64_t microseconds_ = 0;
};

}  // namespace tonelint::serve
