#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "tonelint/source.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint::cli {

/// Adds a text, broken at the width of the terminal, that begins at column `indent`, with ^^^ below
/// the marked words; a mark of no words shows as one ^. Of a long text only the lines around marks
/// are shown, or its beginning. `marks` are in order, in bytes of the text.
void add_marked(TerminalText& out, std::string_view text, std::span<const Span> marks, Style style,
                std::size_t indent);

}  // namespace tonelint::cli
