#include "tonelint/lint.hpp"

namespace tonelint {

std::string_view Report::verdict() const {
  if (count(Level::error) > 0) return "block";
  return count(Level::warning) > 0 ? "warn" : "pass";
}

}  // namespace tonelint
