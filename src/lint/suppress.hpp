#pragma once

#include <cstddef>

#include "guide/image.hpp"
#include "input/reply.hpp"
#include "text/line_index.hpp"
#include "tonelint/lint.hpp"

namespace tonelint {

/// One draft that has been judged.
struct Judged {
  const GuideImage& guide;
  const Reply& reply;
  const Source& source;
  const Context& context;
  const LintOptions& options;
  const LineIndex& lines;  ///< Of the source.
};

/// Whether anybody may have asked for silence about this draft; if not, `suppress` has nothing to
/// do.
[[nodiscard]] inline bool may_suppress(const GuideImage& guide, const Reply& reply) {
  return !reply.suppressions.empty() || !guide.rules.suppressions.empty();
}

/// Moves the findings that comments in the source or the guide ask to keep silent about from the
/// report's diagnostics to its suppressed ones; those before `first` are problems and stay. Then
/// tells of comments that ask in vain, for a rule that there is not, or without a reason.
void suppress(const Judged& draft, std::size_t first, Report& report);

}  // namespace tonelint
