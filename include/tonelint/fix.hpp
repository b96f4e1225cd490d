#pragma once

/// @file
/// Applying rewrites.

#include <cstddef>
#include <string>
#include <vector>

#include "tonelint/context.hpp"
#include "tonelint/diagnostic.hpp"
#include "tonelint/guide.hpp"
#include "tonelint/lint.hpp"
#include "tonelint/source.hpp"

// The shared library exports what is declared here, and hides all else.
#pragma GCC visibility push(default)
namespace tonelint {

struct FixOptions {
  bool all = false;  ///< Also rewrites that need review, and what is missing.
};

/// What came of fixing one draft.
struct FixResult {
  std::string bytes{};        ///< The draft after all edits.
  std::vector<Edit> edits{};  ///< From the source to `bytes`, in order, without overlap: every
                              ///< other byte is as it was.
  std::vector<Diagnostic> applied{};  ///< Whose first rewrite was taken; the places count in the
                                      ///< draft as it was by then.
  std::size_t fixed = 0;              ///< How many findings are gone.
  Report report;                      ///< What remains, in places of `bytes`.
};

/// The rewrite of a finding that `fix` would try, or null: the first one, when it can be applied,
/// is safe, adds nothing that was missing, and leaves no "…" to be filled in. `all` waives the
/// second and the third.
[[nodiscard]] const Rewrite* rewrite_to_apply(const Diagnostic& found, bool all = false);

/// Whether there is a rewrite in a report that `fix` would try. How many findings it would then
/// take away only trying tells: `FixResult::fixed`.
[[nodiscard]] bool may_fix(const Report& report);

/// Applies rewrites until there is none left to apply, so that fixing the result changes nothing.
/// Of rewrites that overlap, the first in the draft is taken. One that does not take its own
/// finding away, or that brings a new warning or error, is left alone.
///
/// @code
/// auto fixed = tonelint::fix(guide, {.name = "draft.txt", .bytes = draft});
/// std::fputs(fixed.bytes.c_str(), stdout);
/// @endcode
[[nodiscard]] FixResult fix(const Guide& guide, const Source& source, const Context& context = {},
                            const FixOptions& options = {});

/// As above for a draft that has been linted: `report` is what `lint` said of `source` with this
/// context and all its rules and rewrites.
[[nodiscard]] FixResult fix(Report report, const Source& source, const Context& context = {},
                            const FixOptions& options = {});

}  // namespace tonelint
#pragma GCC visibility pop
