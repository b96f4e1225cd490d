#include "lint/silence.hpp"

#include <algorithm>
#include <iterator>

namespace tonelint {

void silence(const GuideImage& guide, LoudFindings& loud, std::vector<Finding>& findings) {
  const auto named_by = [&](std::uint32_t rule) {
    const Slice named = guide.rules.rules[rule].instead_of;
    return guide.rules.refs.subspan(named.begin, named.count);
  };
  const auto names = [&](std::uint32_t rule, std::uint32_t other) {
    const auto named = named_by(rule);
    return std::find(named.begin(), named.end(), other) != named.end();
  };
  loud.all.clear();
  for (const Finding& each : findings) {
    if (guide.rules.rules[each.rule].instead_of.count > 0) {
      loud.all.push_back({each.rule, each.text.begin, each.text.end});
    }
  }
  if (loud.all.empty() || findings.size() < 2) return;
  std::sort(loud.all.begin(), loud.all.end());
  loud.rules.clear();
  for (std::size_t i = 0; i < loud.all.size(); ++i) {
    Loud& each = loud.all[i];
    if (i == 0 || loud.all[i - 1].rule != each.rule) {
      loud.rules.push_back(i);
    } else {
      each.reach = std::max(each.reach, loud.all[i - 1].reach);
    }
  }
  loud.rules.push_back(loud.all.size());
  std::erase_if(findings, [&](const Finding& quiet) {
    const bool whole = guide.rules.rules[quiet.rule].form != RuleForm::find;
    for (std::size_t i = 0; i + 1 < loud.rules.size(); ++i) {
      const std::size_t begin = loud.rules[i];
      const std::uint32_t rule = loud.all[begin].rule;
      if (!names(rule, quiet.rule)) continue;
      // Of two that name each other the first speaks.
      if (quiet.rule < rule && names(quiet.rule, rule)) continue;
      if (whole) return true;
      // Of those that begin before the quiet one's end the furthest reaches its begin.
      const auto first = loud.all.begin() + static_cast<std::ptrdiff_t>(begin);
      const auto last = std::lower_bound(
          first, loud.all.begin() + static_cast<std::ptrdiff_t>(loud.rules[i + 1]), quiet.text.end,
          [](const Loud& each, std::uint32_t end) { return each.begin < end; });
      if (last != first && std::prev(last)->reach > quiet.text.begin) return true;
    }
    return false;
  });
}

}  // namespace tonelint
