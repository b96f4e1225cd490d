#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "guide/problems.hpp"

namespace tonelint::yaml {

/// What to say of an escape that cannot be meant.
inline constexpr std::string_view doubled_backslash =
    "In double quotation marks a backslash must be doubled: \\\\. Or put the text in single ones: "
    "'…'.";

/// A mistake of YAML in words for someone who does not know YAML.
struct Mistake {
  Problem problem = Problem::not_yaml;
  std::uint32_t at = 0;
  std::string message;
};

/// Where the library had got to when it gave up.
struct Reached {
  std::uint32_t at = 0;                 ///< The byte that it complains about.
  std::uint32_t read = 0;               ///< The end of the last text that it had read well.
  std::optional<std::uint32_t> opened;  ///< The [ or { that is still open.
};

/// `said` is what the YAML library says.
[[nodiscard]] Mistake explain(std::string_view file, Reached reached, std::string_view said);

/// For a quotation mark at `begin` that has no other one behind its text.
[[nodiscard]] Mistake unclosed_quote(std::uint32_t begin);

}  // namespace tonelint::yaml
