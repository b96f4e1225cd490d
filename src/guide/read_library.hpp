#pragma once

#include "guide/walk.hpp"

namespace tonelint {

/// Reads the map of `library`: where saved replies stand in files of a shape of their own.
void read_library(Walk& walk, const Entry& entry, std::optional<LibraryMapping>& out);

}  // namespace tonelint
