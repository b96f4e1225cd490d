#pragma once

#include <string>
#include <string_view>

namespace tonelint {

/// Folds a word for comparison: full Unicode case folding, curly apostrophes (U+2019, U+02BC,
/// U+FF07) become "'", soft hyphens vanish, and decomposed accents are composed (NFC). Appends to
/// `out`. ASCII and Latin letters need no ICU call.
void fold_append(std::string_view word, std::string& out);
[[nodiscard]] std::string fold(std::string_view word);

}  // namespace tonelint
