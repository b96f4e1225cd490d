#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "output/json_text.hpp"
#include "tonelint/lint.hpp"

namespace tonelint {

/// "error", "warning" or "note".
[[nodiscard]] std::string_view sarif_level(Level level);

/// The rules that found something, each once, in the order in which they first did.
class SarifRules {
 public:
  /// The number of the rule of a diagnostic.
  [[nodiscard]] std::size_t index(const Diagnostic& found, const Guide& guide);
  /// The list of them, with all that GitHub asks for.
  void write(Json& json) const;

 private:
  struct Rule {
    std::string id, category, message, why, link;
    Level level = Level::warning;
  };
  static void write(Json& json, const Rule& rule);

  std::vector<Rule> rules_;
  std::map<std::string, std::size_t, std::less<>> numbers_;
};

}  // namespace tonelint
