#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "tonelint/lint.hpp"

namespace tonelint::cli {

/// How often each rule spoke in a run.
class Statistics {
 public:
  void add(const Report& report);
  /// A table for people, the most frequent first; rules of equal number by their names.
  [[nodiscard]] std::string table() const;

 private:
  struct Rule {
    Level level = Level::suggestion;
    std::size_t findings = 0, replies = 0;
  };
  std::map<std::string, Rule, std::less<>> rules_;
};

}  // namespace tonelint::cli
