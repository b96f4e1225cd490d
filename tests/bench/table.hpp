#pragma once

#include <benchmark/benchmark.h>

#include <map>
#include <string>
#include <vector>

namespace bench {

/// Shows each benchmark as it ends, keeps the median of its repetitions, and prints the figures
/// that have a target, and the stages, in a table at the end.
class Table : public benchmark::ConsoleReporter {
 public:
  Table() : ConsoleReporter(OO_None) {}

  void ReportRuns(const std::vector<Run>& runs) override;
  void Finalize() override;

 private:
  struct Figure {
    double nanoseconds = 0;
    double bytes_per_second = 0;
    double items = 1;  ///< Replies in one iteration.
  };
  [[nodiscard]] const Figure* find(const std::string& name) const;
  void print_targets() const;
  void print_stages() const;

  std::map<std::string, Figure> medians_;
};

}  // namespace bench
