#pragma once

#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace tonelint {

/// Flags the tokens that inline marks hold: hidden, linked, and inline code as a label.
void flag_marks(const Reply& reply, std::vector<Token>& tokens);
/// Flags strong text that names a button or menu. Needs sentences.
void flag_labels(const Document& document, std::vector<Token>& tokens);
/// Flags what stands between quotation marks within `range`, a paragraph.
void flag_quotations(std::string_view text, std::vector<Token>& tokens, Range range);

}  // namespace tonelint
