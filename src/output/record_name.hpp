#pragma once

#include <string>
#include <string_view>

#include "tonelint/lint.hpp"

namespace tonelint {

/// How people know a saved reply: "Refund delayed (id 4711)", or else by its pointer. Empty for a
/// draft of its own.
[[nodiscard]] inline std::string name_of(const Record& record) {
  if (record.name.empty() && record.id.empty()) return record.pointer;
  if (record.id.empty()) return record.name;
  return record.name.empty() ? "id " + record.id : record.name + " (id " + record.id + ")";
}

/// A message with the saved reply before it that it is about.
[[nodiscard]] inline std::string with_name(const Record& record, std::string_view message) {
  const std::string name = name_of(record);
  return name.empty() ? std::string(message) : name + ": " + std::string(message);
}

}  // namespace tonelint
