#pragma once

#include <cstddef>
#include <vector>

#include "guide/definition.hpp"

namespace tonelint {

/// Compiles a definition. Problems of phrases, cues and measures are added to it at their places;
/// the bytes are those of a GuideImage, and empty when a problem of level error stands.
[[nodiscard]] std::vector<std::byte> compile_guide(GuideDefinition& definition);

}  // namespace tonelint
