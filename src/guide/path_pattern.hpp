#pragma once

#include <vector>

#include "guide/walk.hpp"

namespace tonelint {

/// What a pattern is compared with: the path of a file, or also the id of a reply, which may be
/// made of any characters.
enum class PatternOf : std::uint8_t { path, path_or_id };

/// Takes out patterns without a word, and tells of them and of those that can match nothing, such
/// as "./vip/*" or "vip\*".
void check_path_patterns(Walk& walk, std::vector<Text>& patterns, PatternOf of);

}  // namespace tonelint
