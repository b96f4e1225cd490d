#pragma once

#include "apps/cli/command.hpp"

namespace tonelint::cli {

/// `tonelint explain --why FILE:LINE[:COLUMN]`: which rules speak there and why, and which nearly
/// do.
int run_why(const Arguments& arguments);

}  // namespace tonelint::cli
