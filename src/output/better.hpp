#pragma once

#include <string>

#include "tonelint/diagnostic.hpp"

namespace tonelint {

/// The best rewrite in words, for formats that show text alone: "Better: …", or empty.
[[nodiscard]] inline std::string better_of(const Diagnostic& found) {
  if (found.rewrites.empty()) return {};
  const std::string& text = found.rewrites.front().text;
  return text.empty() ? "Better left out." : "Better: " + text;
}

}  // namespace tonelint
