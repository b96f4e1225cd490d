#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "tonelint/lint.hpp"

namespace tonelint::cli {

/// How often each rule spoke in a run, and what it cost.
class Statistics {
 public:
  void add(const Report& report);
  /// What the check of so many replies cost, in nanoseconds of `now`.
  void add(const Costs& costs, std::size_t replies);
  /// Tables for people. The most frequent first, rules of equal number by their names; then what
  /// took the most time.
  [[nodiscard]] std::string table() const { return frequencies() + times(); }

  /// A clock for `Costs`.
  [[nodiscard]] static std::uint64_t now();

 private:
  [[nodiscard]] std::string frequencies() const;
  [[nodiscard]] std::string times() const;

  struct Rule {
    Level level = Level::suggestion;
    std::size_t findings = 0, replies = 0;
  };
  std::map<std::string, Rule, std::less<>> rules_;
  std::map<std::string, std::uint64_t, std::less<>> costs_;  ///< By rule.
  std::uint64_t reading_ = 0, scanning_ = 0, rest_ = 0;
  std::size_t timed_ = 0;  ///< Replies.
};

}  // namespace tonelint::cli
