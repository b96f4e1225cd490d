#pragma once

#include <cstdint>
#include <utility>

#include "guide/image.hpp"
#include "tonelint/lint.hpp"

namespace tonelint {

/// Adds the time since it was last asked to what it was spent on. Nobody wants to know: does
/// nothing.
class Stopwatch {
 public:
  Stopwatch(Costs* costs, const GuideImage& image) : costs_(costs), image_(image) {
    if (costs == nullptr) return;
    costs->rules.resize(image.rules.rules.size());
    last_ = costs->now();
  }

  void stop(std::uint64_t Costs::*spent_on) {
    if (costs_ != nullptr) costs_->*spent_on += lap();
  }
  void stop(std::uint32_t rule) {
    if (costs_ == nullptr) return;
    costs_->rules[rule].id = image_.string(image_.rules.rules[rule].id);
    costs_->rules[rule].time += lap();
  }

 private:
  std::uint64_t lap() {
    const std::uint64_t now = costs_->now();
    return now - std::exchange(last_, now);
  }

  Costs* costs_;
  const GuideImage& image_;
  std::uint64_t last_ = 0;
};

}  // namespace tonelint
