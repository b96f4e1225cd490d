#pragma once

#include <string_view>

namespace tonelint::test {

/// Whether a text holds some words.
inline bool has(std::string_view text, std::string_view words) {
  return text.find(words) != std::string_view::npos;
}

}  // namespace tonelint::test
