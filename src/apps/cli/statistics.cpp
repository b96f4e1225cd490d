#include "apps/cli/statistics.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <utility>
#include <vector>

namespace tonelint::cli {
namespace {

constexpr std::size_t most_dear = 20;  ///< Rules whose time is told.

}  // namespace

void Statistics::add(const Report& report) {
  for (std::size_t i = 0; i < report.diagnostics.size(); ++i) {
    const Diagnostic& found = report.diagnostics[i];
    auto at = rules_.find(found.rule);
    if (at == rules_.end()) at = rules_.emplace(std::string(found.rule), Rule{}).first;
    Rule& rule = at->second;
    rule.level = std::max(rule.level, found.level);
    ++rule.findings;
    const auto before = report.diagnostics.begin() + static_cast<std::ptrdiff_t>(i);
    rule.replies += std::none_of(report.diagnostics.begin(), before,
                                 [&](const Diagnostic& each) { return each.rule == found.rule; });
  }
}

void Statistics::add(const Costs& costs, std::size_t replies) {
  timed_ += replies;
  reading_ += costs.reading;
  scanning_ += costs.scanning;
  rest_ += costs.rest;
  for (const Costs::Rule& rule : costs.rules) {
    if (rule.id.empty()) continue;
    auto at = costs_.find(rule.id);
    if (at == costs_.end()) at = costs_.emplace(std::string(rule.id), 0).first;
    at->second += rule.time;
  }
}

std::uint64_t Statistics::now() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::nanoseconds(since).count());
}

std::string Statistics::frequencies() const {
  std::vector<std::pair<std::string_view, Rule>> order(rules_.begin(), rules_.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.second.findings > b.second.findings;
  });
  std::string out;
  if (order.empty()) return out;
  const auto column = [&](const std::string& text, std::size_t width, bool right) {
    const std::string space(width - std::min(width, text.size()), ' ');
    out += right ? space + text : text + space;
  };
  out += "findings  replies  level       rule\n";
  for (const auto& [name, rule] : order) {
    column(std::to_string(rule.findings), 8, true);
    column(std::to_string(rule.replies), 9, true);
    out += "  ";
    column(std::string(name_of(rule.level)), 12, false);
    out += name;
    out += '\n';
  }
  return out;
}

std::string Statistics::times() const {
  std::vector<std::pair<std::string_view, std::uint64_t>> order(costs_.begin(), costs_.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::uint64_t others = 0;
  for (std::size_t i = most_dear; i < order.size(); ++i) others += order[i].second;
  const std::size_t count = order.size() - std::min(order.size(), most_dear);
  order.resize(order.size() - count);
  std::uint64_t all = reading_ + scanning_ + rest_ + others;
  for (const auto& [name, time] : order) all += time;
  if (all == 0) return {};
  std::string out = "\n    time  per reply  rule\n";
  const auto line = [&](std::uint64_t time, std::string_view name) {
    char numbers[64];
    std::snprintf(numbers, sizeof numbers, "%6.1f %%  %6.2f µs  ",
                  100.0 * static_cast<double>(time) / static_cast<double>(all),
                  static_cast<double>(time) / 1e3 / static_cast<double>(timed_));
    out.append(numbers).append(name) += '\n';
  };
  for (const auto& [name, time] : order) line(time, name);
  if (count > 0) line(others, "(" + std::to_string(count) + " other rules)");
  line(reading_, "(reading the drafts and what customers wrote)");
  line(scanning_, "(finding the phrases of all rules, in one pass)");
  line(rest_, "(order, suppressions, score)");
  return out;
}

}  // namespace tonelint::cli
