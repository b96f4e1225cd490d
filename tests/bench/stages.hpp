#pragma once

#include <cstddef>

#include "generator.hpp"
#include "tonelint/source.hpp"

namespace bench {

[[nodiscard]] tonelint::Syntax syntax_of(Variant variant);

/// Registers one benchmark for each stage of checking `replies` plain replies. Each does what the
/// one before it does and one thing more, so that the differences are the stages' own time.
void add_stages(std::size_t replies);

/// Registers what reading a library of so many saved replies costs, and parsing it as JSON.
void add_library(std::size_t replies);

}  // namespace bench
