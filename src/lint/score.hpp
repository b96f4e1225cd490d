#pragma once

#include <span>

#include "checks/check.hpp"
#include "guide/image.hpp"
#include "text/line_index.hpp"
#include "tonelint/score.hpp"

namespace tonelint {

/// What a draft is scored on.
struct Scoring {
  const GuideImage& image;
  const Document& document;
  const Scan& scan;  ///< Run with `in_score`.
  const Facts& facts;
  std::span<const Finding> findings;
  const LineIndex& lines;  ///< Of the source.
};

[[nodiscard]] Score score_of(const Scoring& scoring);

}  // namespace tonelint
