#pragma once

#include <memory>
#include <string_view>

#include "library/value.hpp"

namespace tonelint {

/// Reads the records of a YAML file at a pointer such as "/*" or "/replies/*". Where they are the
/// items of a list in lines of their own, they are taken apart first, so that a mistake in one
/// leaves the others alone; else the file is read as one.
[[nodiscard]] std::unique_ptr<RecordReader> read_yaml_records(std::string_view file,
                                                              std::string_view records);

}  // namespace tonelint
