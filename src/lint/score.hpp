#pragma once

#include "lint/inquiry.hpp"
#include "text/line_index.hpp"
#include "tonelint/score.hpp"

namespace tonelint {

/// Scores a draft whose scan ran with `in_score`. `lines` are those of the source.
[[nodiscard]] Score score_of(const JudgedDraft& draft, const LineIndex& lines);

}  // namespace tonelint
