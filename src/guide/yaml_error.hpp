#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "guide/problems.hpp"

namespace tonelint::yaml {

/// A mistake of YAML in words for someone who does not know YAML.
struct Mistake {
  Problem problem = Problem::not_yaml;
  std::uint32_t at = 0;
  std::string message;
};

/// `said` is what the YAML library says at the byte `at`; `read` is the end of the last thing that
/// it had read well.
[[nodiscard]] Mistake explain(std::string_view file, std::uint32_t at, std::string_view said,
                              std::uint32_t read);

}  // namespace tonelint::yaml
