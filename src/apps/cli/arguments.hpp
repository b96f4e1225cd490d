#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "apps/cli/command.hpp"

namespace tonelint::cli {

/// Reads the words of a command into what `app` was told about. Nothing: go on. Else the command
/// ends with that exit status: help was asked for and given, or a mistake was explained.
[[nodiscard]] std::optional<int> read_arguments(CLI::App& app, const Arguments& arguments);

}  // namespace tonelint::cli
