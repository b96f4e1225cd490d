#pragma once

#include <string>
#include <string_view>

namespace tonelint {

/// Appends text for XML 1.0, in an element or an attribute in quotation marks. Characters that XML
/// cannot hold, and bytes that are not UTF-8, become U+FFFD; line breaks and tabs survive in
/// attributes too.
void append_xml(std::string& out, std::string_view text);

/// Appends ` key="value"`.
void append_attribute(std::string& out, std::string_view key, std::string_view value);
void append_attribute(std::string& out, std::string_view key, std::size_t value);

}  // namespace tonelint
