#pragma once

#include "guide/read_file.hpp"

namespace tonelint {

/// Reads the map of `library`: where saved replies stand in files of a shape of their own, and
/// whether they are compared with each other.
void read_library(Walk& walk, const Entry& entry, FileParts& parts);

}  // namespace tonelint
