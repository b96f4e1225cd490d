#include "tonelint/output.hpp"

namespace tonelint {

void Summary::add(const Report& report, std::size_t fixable_findings) {
  ++replies;
  fixable += fixable_findings;
  suppressed += report.suppressed.size();
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

}  // namespace tonelint
