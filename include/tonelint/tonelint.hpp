#pragma once

/// @file
/// tonelint checks the tone of customer-support replies. A tour in ten lines:
///
/// @code
/// #include <tonelint/tonelint.hpp>
///
/// tonelint::Guide guide = tonelint::Guide::built_in();
/// tonelint::Source draft{.name = "draft.txt", .bytes = "Hi Priya,\n\nUnfortunately it is late."};
/// tonelint::Report report = tonelint::lint(guide, draft, {.customer = {.name = "Priya Nair"}});
/// for (const tonelint::Diagnostic& found : report.diagnostics) {
///   std::cout << found.position.line << ": " << found.message << '\n';
///   for (const tonelint::Rewrite& rewrite : found.rewrites) std::cout << "  " << rewrite.text <<
///   '\n';
/// }
/// @endcode
///
/// The way of the data: a Source (bytes) is read into a reply, checked against a Guide with what
/// the Context knows, and comes out as a Report of Diagnostics with Rewrites, which a Writer shows.

#include "tonelint/across.hpp"
#include "tonelint/baseline.hpp"
#include "tonelint/context.hpp"
#include "tonelint/diagnostic.hpp"
#include "tonelint/explain.hpp"
#include "tonelint/fix.hpp"
#include "tonelint/guide.hpp"
#include "tonelint/library.hpp"
#include "tonelint/lint.hpp"
#include "tonelint/offsets.hpp"
#include "tonelint/output.hpp"
#include "tonelint/score.hpp"
#include "tonelint/source.hpp"
#include "tonelint/terminal.hpp"
