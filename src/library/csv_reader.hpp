#pragma once

#include <memory>
#include <string_view>

#include "library/value.hpp"

namespace tonelint {

/// Reads the records of a CSV file (RFC 4180). The first line names the columns; they are separated
/// by the one of `,`, `;` and tab that it has most of. Records are maps of columns, at "/0", "/1" …
[[nodiscard]] std::unique_ptr<RecordReader> read_csv_records(std::string_view file);

}  // namespace tonelint
