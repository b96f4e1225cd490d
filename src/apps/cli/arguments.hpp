#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "apps/cli/command.hpp"

namespace tonelint::cli {

/// Reads the words of a command into what `app` was told about. Nothing: go on. Else the command
/// ends with that exit status: help was asked for and given, or a mistake was explained.
[[nodiscard]] std::optional<int> read_arguments(CLI::App& app, const Arguments& arguments);

/// The option --channel, which takes one of `channel_names`. `purpose` is what help says of it.
void add_channel(CLI::App& app, std::string& channel, const std::string& purpose);

}  // namespace tonelint::cli
