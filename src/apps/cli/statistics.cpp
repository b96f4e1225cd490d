#include "apps/cli/statistics.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace tonelint::cli {

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

std::string Statistics::table() const {
  std::vector<std::pair<std::string_view, Rule>> order(rules_.begin(), rules_.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.second.findings > b.second.findings;
  });
  std::string out;
  if (order.empty()) return out;
  const auto column = [&](std::string text, std::size_t width, bool right) {
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

}  // namespace tonelint::cli
