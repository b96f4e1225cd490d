#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tonelint::cli {

/// An option, or what may stand without one.
struct ManualOption {
  std::vector<std::string> names;  ///< "-q", "--quiet"; none: it stands without one.
  std::string value;               ///< "FILE", "[PATH…|-]"; empty: it takes none.
  std::vector<std::string> words;  ///< All that the value may be, when that is little.
  std::string purpose;

  [[nodiscard]] bool takes_file() const;
  [[nodiscard]] bool takes_rule() const { return value == "RULE"; }
};

/// A command, as its own `--help` tells it.
struct ManualPage {
  std::string_view name, usage, purpose;
  std::string description;
  std::vector<ManualOption> options;
};

/// All commands that help lists. What the manual page and the completions of shells are made of, so
/// that neither can tell anything else than the program does.
[[nodiscard]] std::vector<ManualPage> manual();

/// The commands of a shell that print the names of all rules, one a line.
inline constexpr std::string_view rule_names =
    R"sh(tonelint rules --format json 2>/dev/null | sed -n 's/^{"id":"\([^"]*\)".*/\1/p')sh";

}  // namespace tonelint::cli
