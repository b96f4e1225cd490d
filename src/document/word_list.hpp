#pragma once

#include <span>
#include <string_view>

namespace tonelint {

/// Whether a short list of words, in no order, has `word`. Most differ in length or first letter,
/// which is cheaper to see than to call for a comparison.
[[nodiscard]] inline bool contains(std::span<const std::string_view> words, std::string_view word) {
  if (word.empty()) return false;
  for (const std::string_view each : words) {
    if (each.size() == word.size() && each[0] == word[0] && each == word) return true;
  }
  return false;
}

}  // namespace tonelint
