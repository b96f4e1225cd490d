#pragma once

#include <string>
#include <string_view>

namespace tonelint {

/// Whether all white space of a text is single spaces, as far as that is quickly told: a "no" may
/// be wrong of a short text.
[[nodiscard]] bool is_one_line(std::string_view text);

/// Appends words with white space of any kind, and line breaks with it, as single spaces.
void append_one_line(std::string_view words, std::string& out);

}  // namespace tonelint
