#pragma once

#include "tonelint/score.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint {

/// Shows a score to people: the largest gains, then a bar for each dimension with the words that
/// count.
void append_score(TerminalText& out, const Score& score);

}  // namespace tonelint
