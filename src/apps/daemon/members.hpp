#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tonelint::daemon {

/// Appends ,"key":"value".
void add_member(std::string& out, std::string_view key, std::string_view value);
void add_member(std::string& out, std::string_view key, std::uint64_t value);

}  // namespace tonelint::daemon
