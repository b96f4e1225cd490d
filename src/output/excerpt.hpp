#pragma once

#include <string_view>

#include "tonelint/diagnostic.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint {

/// Columns that stand before the text of an excerpt: room for the line's number and a bar.
[[nodiscard]] std::size_t excerpt_margin(const Diagnostic& found);

/// Shows the lines of the source that a diagnostic is about, with its words marked: underlined in
/// the colour of its level, or by `^^^` below where there are no colours. A line too long for the
/// width is cut around the words. Shows nothing where there are no words and no line to show.
void append_excerpt(TerminalText& out, std::string_view source, const Diagnostic& found);

}  // namespace tonelint
