#include "tonelint/output.hpp"

namespace tonelint {

void Summary::add(const Report& report) {
  ++replies;
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
    const bool can_fix = !found.rewrites.empty() && found.rewrites.front().safe &&
                         !found.rewrites.front().edits.empty();
    if (can_fix) ++fixable;
  }
}

}  // namespace tonelint
