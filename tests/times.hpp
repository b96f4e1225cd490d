#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tonelint::testing {

/// A text, so many times: of what hostile input is made.
inline std::string times(std::size_t count, std::string_view text) {
  std::string out;
  for (; count > 0; --count) out += text;
  return out;
}

}  // namespace tonelint::testing
