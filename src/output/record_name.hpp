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

/// " (in the branch {% else %})", or nothing.
[[nodiscard]] inline std::string in_branch(const Diagnostic& found) {
  return found.branch.empty() ? std::string() : " (in the branch " + found.branch + ")";
}

/// The message of a finding, with the saved reply before it that it is about.
[[nodiscard]] inline std::string with_name(const Record& record, const Diagnostic& found) {
  const std::string name = name_of(record);
  return (name.empty() ? "" : name + ": ") + found.message + in_branch(found);
}

}  // namespace tonelint
