#include "tonelint/fix.hpp"
#include "tonelint/output.hpp"

namespace tonelint {

void Summary::add(const Report& report) {
  ++replies;
  suppressed += report.suppressed.size();
  if (report.diagnostics.empty()) ++clean;
  for (const Diagnostic& found : report.diagnostics) {
    if (rewrite_to_apply(found) != nullptr) ++fixable;
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
