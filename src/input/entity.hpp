#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tonelint {

/// Decodes the HTML character reference at the beginning of `text`, which begins with "&", as
/// browsers read it outside attributes; appends to `out`. Returns how many bytes of `text` it is;
/// 0, and nothing appended, when it is only an ampersand.
std::size_t decode_entity(std::string_view text, std::string& out);

}  // namespace tonelint
