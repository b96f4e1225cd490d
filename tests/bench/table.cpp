#include "table.hpp"

#include <cstdio>

namespace bench {
namespace {

struct Throughput {
  const char* benchmark;
  const char* what;
  double target;  ///< MB/s; 0: none.
};
constexpr Throughput throughputs[] = {
    {"lint/plain", "2,000 plain replies", 60},
    {"lint/non-ascii", "  with accents, quotes, emoji", 50},
    {"lint/html", "  as HTML", 0},
    {"lint/markdown", "  as Markdown", 0},
    {"machine/icu-words", "ICU's word breaks, see README", 0},
};

struct Warm {
  const char* benchmark;
  const char* what;
  double target;  ///< µs
};
constexpr Warm warm[] = {
    {"warm/draft", "one draft of 120 words, warm", 12},
    {"warm/message", "  and the customer's message", 20},
};

struct Ratio {
  const char* few;
  const char* many;
  const char* what;
};
constexpr Ratio ratios[] = {
    {"lint/phrases-1000", "lint/phrases-10000", "10,000 phrases instead of 1,000"},
    {"lint/support", "lint/support-10000", "built-in guide and 10,000 more"},
};
constexpr double ratio_target = 1.25;

void print_row(const char* what, double figure, const char* unit, double target, bool at_most) {
  if (target == 0) {
    std::printf("%-36s %9.2f %-5s\n", what, figure, unit);
    return;
  }
  const bool met = at_most ? figure <= target : figure >= target;
  std::printf("%-36s %9.2f %-5s %s %6g  %s\n", what, figure, unit,
              at_most ? "at most " : "at least", target, met ? "met" : "MISSED");
}

}  // namespace

void Table::ReportRuns(const std::vector<Run>& runs) {
  ConsoleReporter::ReportRuns(runs);
  for (const Run& run : runs) {
    if (run.error_occurred || run.aggregate_name != "median") continue;
    Figure figure;
    figure.nanoseconds = run.GetAdjustedCPUTime() / GetTimeUnitMultiplier(run.time_unit) * 1e9;
    const auto bytes = run.counters.find("bytes_per_second");
    if (bytes != run.counters.end()) figure.bytes_per_second = bytes->second.value;
    const auto replies = run.counters.find("replies");
    if (replies != run.counters.end()) figure.items = replies->second.value;
    medians_[run.run_name.function_name] = figure;
  }
}

void Table::Finalize() {
  ConsoleReporter::Finalize();
  print_targets();
  print_stages();
}

const Table::Figure* Table::find(const std::string& name) const {
  const auto found = medians_.find(name);
  return found == medians_.end() ? nullptr : &found->second;
}

void Table::print_targets() const {
  std::printf("\nThe library (median of the repetitions, processor time)\n");
  for (const Warm& row : warm) {
    if (const Figure* figure = find(row.benchmark)) {
      print_row(row.what, figure->nanoseconds / 1e3, "µs", row.target, true);
    }
  }
  for (const Throughput& row : throughputs) {
    if (const Figure* figure = find(row.benchmark)) {
      print_row(row.what, figure->bytes_per_second / 1e6, "MB/s", row.target, false);
    }
  }
  const Figure* read = find("library/read");
  const Figure* parsed = find("library/nlohmann");
  if (read != nullptr && parsed != nullptr) {
    print_row("reading a library / nlohmann-json", read->nanoseconds / parsed->nanoseconds, "×", 2,
              true);
  }
  for (const Ratio& row : ratios) {
    const Figure* few = find(row.few);
    const Figure* many = find(row.many);
    if (few != nullptr && many != nullptr) {
      print_row(row.what, many->nanoseconds / few->nanoseconds, "×", ratio_target, true);
    }
  }
}

// Each stage is measured with all stages before it, so a share is the difference of two figures.
void Table::print_stages() const {
  struct Stage {
    const char* benchmark;
    const char* what;
  };
  constexpr Stage stages[] = {
      {"stages/read", "reading"},  {"stages/segment", "segmentation"}, {"stages/scan", "scanning"},
      {"stages/judge", "judging"}, {"stages/output", "output (JSON)"},
  };
  const Figure* whole = find("stages/output");
  if (whole == nullptr) return;
  std::printf("\nWhere the time of a plain reply goes\n");
  double before = 0;
  for (const Stage& stage : stages) {
    const Figure* figure = find(stage.benchmark);
    if (figure == nullptr) continue;
    const double own = figure->nanoseconds - before;
    std::printf("%-36s %9.2f µs    %5.1f %%\n", stage.what, own / figure->items / 1e3,
                100 * own / whole->nanoseconds);
    before = figure->nanoseconds;
  }
}

}  // namespace bench
