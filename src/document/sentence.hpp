#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace tonelint {

/// Splits the tokens of one block into sentences and sets their flags. A new sentence also begins
/// at each token of `cuts`, which are in order. `marks` are the tokens that are no words or begin a
/// line; those before the end of the block are taken off. A full stop that ends none becomes a
/// symbol, an ellipsis a pause.
void split_sentences(std::string_view text, std::vector<Token>& tokens, Range range,
                     std::uint32_t block, std::span<const std::uint32_t> cuts,
                     std::span<const std::uint32_t>& marks, std::vector<Sentence>& sentences);

}  // namespace tonelint
