#pragma once

#include <span>
#include <string_view>

namespace tonelint::cli {

/// How a command ends, for the shell.
enum Exit : int { clean = 0, findings = 1, failed = 2 };

/// What the shell gave: the words after the command's name.
using Arguments = std::span<char* const>;

/// One command. Each has a file of its own; `table.cpp` lists them.
struct Command {
  std::string_view name;
  std::string_view usage;    ///< What may follow the name: "[PATH…|-]".
  std::string_view purpose;  ///< One line, for help.
  int (*run)(Arguments arguments);
};

[[nodiscard]] std::span<const Command> commands();

int run_check(Arguments arguments);
int run_fix(Arguments arguments);
int run_rules(Arguments arguments);
int run_explain(Arguments arguments);
int run_test(Arguments arguments);
int run_formats(Arguments arguments);
int run_init(Arguments arguments);
int run_schema(Arguments arguments);

}  // namespace tonelint::cli
