#pragma once

/// @file
/// Why a rule speaks of a place in a draft, or does not.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tonelint/context.hpp"
#include "tonelint/diagnostic.hpp"
#include "tonelint/guide.hpp"
#include "tonelint/source.hpp"

// The shared library exports what is declared here, and hides all else.
#pragma GCC visibility push(default)
namespace tonelint {

/// A rule that speaks of a place, or whose phrase stands there and is silent all the same.
struct Reason {
  enum class Outcome : std::uint8_t {
    speaks,
    shielded,    ///< A phrase of `except` covers the words: `by`.
    condition,   ///< `only` does not hold, or `unless` does.
    unknown,     ///< Its conditions ask for what is not known.
    elsewhere,   ///< It does not look in this part of the reply.
    silenced,    ///< The rule `by` speaks instead.
    suppressed,  ///< A comment or the guide keeps it silent.
    off,         ///< It is switched off: `by` is where. Only of a guide loaded with all rules.
  };
  /// Something in the guide, and where it stands there.
  struct Written {
    std::string text, file;
    Position position;
  };
  /// One line of `only` or `unless`, and whether it is so; nothing: not known.
  struct Condition {
    bool only = true;
    std::string text;  ///< In plain words.
    std::optional<bool> holds;
  };

  std::string rule;
  Level level = Level::warning;
  Outcome outcome = Outcome::speaks;
  Span span;  ///< In bytes of the source.
  Position position;
  std::string words;  ///< Of the reply, as its reader sees them.
  Written phrase;  ///< That stands there; of a rule without phrases the rule itself, without text.
  Written by;      ///< See Outcome; else empty.
  std::vector<Condition> conditions;
};

/// What all rules of a guide make of a place in a draft (in bytes of the source; an empty span is a
/// point): first those that speak, then those that nearly do, in order of place.
///
/// @code
/// for (const auto& reason : tonelint::explain(loaded, draft, context, {120, 140})) show(reason);
/// @endcode
[[nodiscard]] std::vector<Reason> explain(const LoadedGuide& loaded, const Source& source,
                                          const Context& context, Span place);

}  // namespace tonelint
#pragma GCC visibility pop
