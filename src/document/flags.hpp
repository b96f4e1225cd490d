#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "document/document.hpp"

namespace tonelint {

/// Flags the tokens that inline marks hold: hidden, linked, and inline code as a label.
void flag_marks(const Reply& reply, std::vector<Token>& tokens);
/// Flags strong text that names a button or menu. Needs sentences.
void flag_labels(const Document& document, std::vector<Token>& tokens);
/// Flags what stands between quotation marks within a paragraph of prose. Needs sentences.
void flag_quotations(const Document& document, std::vector<Token>& tokens);

}  // namespace tonelint
