#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tonelint {

/// A customer's name as a profile has it, read for a greeting. All is empty where it is no person's
/// name: an address, a company, "Guest 12".
struct CustomerName {
  /// As a greeting has it: "Priya", or "Mr Nair" where no more is known; empty for a mere initial.
  std::string first;
  std::string last;                ///< "Nair", for "Mr Nair"; empty where there is one name only.
  bool titled = false;             ///< The profile has a title: "Mrs Priya Nair".
  std::vector<std::string> words;  ///< Folded as words of a document, first name first, no titles.
};
[[nodiscard]] CustomerName read_customer_name(std::string_view name);

}  // namespace tonelint
