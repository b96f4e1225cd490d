#include <algorithm>

#include "tonelint/fix.hpp"
#include "tonelint/output.hpp"

namespace tonelint {

void Summary::add(const Report& report, std::size_t can_fix) {
  ++replies;
  fixable += can_fix;
  if (report.diagnostics.empty()) ++clean;
  for (const Diagnostic& found : report.diagnostics) {
    switch (found.level) {
      case Level::error:
        ++errors;
        break;
      case Level::warning:
        ++warnings;
        break;
      case Level::suggestion:
        ++suggestions;
        break;
    }
  }
}

void Summary::add(const Report& report) {
  const auto can_fix = [](const Diagnostic& found) { return rewrite_to_apply(found) != nullptr; };
  add(report, static_cast<std::size_t>(
                  std::count_if(report.diagnostics.begin(), report.diagnostics.end(), can_fix)));
}

}  // namespace tonelint
