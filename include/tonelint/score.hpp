#pragma once

/// @file
/// How well a draft does, from 0 to 100, and on which words that rests.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tonelint/source.hpp"

// The shared library exports what is declared here, and hides all else.
#pragma GCC visibility push(default)
namespace tonelint {

/// Something that counts for or against a draft. The views point into the guide.
struct ScorePart {
  enum class Kind : std::uint8_t {
    earned,   ///< The draft has it.
    half,     ///< It has it in words that everybody uses: half the points.
    missing,  ///< It would have counted, and is not there: no points.
    cost,     ///< Words that take points away.
    finding,  ///< A diagnostic that takes points away.
  };
  Kind kind = Kind::earned;
  std::string_view name;  ///< Of the entry in the guide's `score`, or of the rule.
  int points = 0;         ///< Of its dimension's 100; below 0 for `cost` and `finding`.
  Span span;              ///< The words, in bytes of the source; empty where something is missing.
  Position position;      ///< Where they begin.
  std::string words;      ///< As the customer reads them, at most some 60 bytes.
};

/// "earned", "half", "missing", "cost" or "finding".
[[nodiscard]] std::string_view name_of(ScorePart::Kind kind);

/// One side of a reply, such as warmth.
struct ScoreDimension {
  std::string_view name;
  bool applicable = false;  ///< Else it has no score, and does not count: nobody is upset, say.
  int score = 0;            ///< 0 to 100: `start` and the points of all parts.
  int start = 0;            ///< What every draft begins with.
  int weight = 0;           ///< How much it counts beside the others.
  std::vector<ScorePart> parts;
};

/// One thing to change.
struct ScoreGain {
  int points = 0;  ///< By how much Score::overall would rise.
  std::string_view dimension, name;
  std::string_view advice;  ///< What to do, as an order: "greet the customer by name".
  bool missing = false;     ///< Nothing stands there yet, so there are no words to change.
  Span span;                ///< The words to change.
  Position position;
};

/// The same guide, source and context always give the same score. Every point can be traced: a
/// dimension is the sum of its start and of its parts, and `overall` is the mean of the applicable
/// dimensions, each counted by its weight.
///
/// @code
/// auto report = tonelint::lint(guide, source, context, {.score = true});
/// if (report.score && !report.score->gains.empty()) show(report.score->gains.front().advice);
/// @endcode
struct Score {
  int overall = 0;       ///< 0 to 100. From 80 on a draft is good; below 60 it wants work.
  bool blocked = false;  ///< A finding of level error holds the draft back, whatever the number.
  std::vector<ScoreDimension> dimensions;  ///< In the order of the guide.
  std::vector<ScoreGain> gains;            ///< The largest first; those of a point or more.
};

}  // namespace tonelint
#pragma GCC visibility pop
