#pragma once

/// @file
/// Checking a draft.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tonelint/context.hpp"
#include "tonelint/diagnostic.hpp"
#include "tonelint/guide.hpp"
#include "tonelint/score.hpp"
#include "tonelint/source.hpp"

// The shared library exports what is declared here, and hides all else.
#pragma GCC visibility push(default)
namespace tonelint {

/// What the customer's message reads like, and on which words that rests.
struct Mood {
  enum class Kind : std::uint8_t { neutral, angry, frustrated, sad, urgent, excited };
  Kind kind = Kind::neutral;
  std::vector<std::string> words;  ///< As the customer wrote them, in order.
  int upset = 0;  ///< How upset all of it reads, weak signs too: 100 very, -100 delighted.
};
[[nodiscard]] std::string_view name_of(Mood::Kind kind);

/// Which saved reply of a library a report is about. All empty for a draft of its own.
struct Record {
  std::string name;
  std::string id;       ///< As the file has it.
  std::string pointer;  ///< Of its text, as a JSON pointer: "/macros/3/actions/0/value".
  /// Where the helpdesk keeps it, such as "Billing" or the number of a folder; empty when the file
  /// does not say.
  std::string folder = {};

  [[nodiscard]] bool empty() const { return name.empty() && id.empty() && pointer.empty(); }
  friend bool operator==(const Record&, const Record&) = default;
};

/// What came of checking one draft. The same guide, source and context always give the same report.
struct Report {
  std::vector<Diagnostic> diagnostics{};           ///< In order of place, then of the guide.
  std::vector<std::string_view> not_applicable{};  ///< Rules that asked about something unknown.
  Mood mood{};                                     ///< Neutral when no message was given.
  std::size_t words = 0;  ///< What the agent wrote: no quoted history, code or signature.
  Guide guide;            ///< Keeps the views of the diagnostics alive.
  std::vector<Suppressed> suppressed{};  ///< Findings that are left out of `diagnostics`.
  Record record{};                       ///< Of a saved reply.
  std::optional<Score> score = {};       ///< When asked for, where there are words.
  std::string text{};                    ///< The reply as the customer reads it, when asked for.

  /// How many findings are of a level.
  [[nodiscard]] std::size_t count(Level level) const;
  /// What it comes to: "block" with an error, else "warn" with a warning, else "pass".
  [[nodiscard]] std::string_view verdict() const;
};

/// Where the time of checking goes, added up over all drafts of one guide. The library reads no
/// clock: the caller brings one, in any unit.
///
/// @code
/// tonelint::Costs costs{.now = nanoseconds};
/// for (const auto& draft : drafts) tonelint::lint(guide, draft, {}, {.costs = &costs});
/// @endcode
struct Costs {
  std::uint64_t (*now)() = nullptr;
  std::uint64_t reading = 0;   ///< Taking the draft apart, and all about the customer's message.
  std::uint64_t scanning = 0;  ///< Finding the phrases of all rules, which is done in one pass.
  std::uint64_t rest = 0;      ///< Putting the findings in order, suppressing, scoring.
  struct Rule {
    std::string_view id;     ///< Views the guide. Empty: it has not been asked.
    std::uint64_t time = 0;  ///< Judging what was found, wording it, and working out rewrites.
  };
  std::vector<Rule> rules = {};  ///< In the order of the guide.
};

struct LintOptions {
  std::vector<std::string_view> only_rules = {};  ///< Empty: all rules of the guide.
  bool rewrites = true;                           ///< Work out rewrites.
  bool not_applicable = false;                    ///< Fill Report::not_applicable.
  bool require_reason = false;                    ///< A suppression without a reason is an error.
  bool score = false;      ///< Fill Report::score; costs nothing when it is off.
  bool text = false;       ///< Fill Report::text, and Diagnostic::in_text with places in it.
  Costs* costs = nullptr;  ///< Where to add what it costs; for one thread at a time.
};

/// Checks one draft. Opens no file, reads no clock and no environment, throws nothing but
/// std::bad_alloc; safe to call from any number of threads.
///
/// @code
/// auto report = tonelint::lint(guide, {.name = "draft.txt", .bytes = draft},
///                              {.customer = {.name = "Priya Nair"}});
/// for (const auto& found : report.diagnostics) std::puts(found.message.c_str());
/// @endcode
[[nodiscard]] Report lint(const Guide& guide, const Source& source, const Context& context = {},
                          const LintOptions& options = {});

}  // namespace tonelint
#pragma GCC visibility pop
