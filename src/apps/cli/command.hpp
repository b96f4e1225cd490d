#pragma once

#include <functional>
#include <span>
#include <string_view>

namespace CLI {
class App;
}

namespace tonelint::cli {

/// How a command ends, for the shell.
enum Exit : int { clean = 0, findings = 1, failed = 2 };

/// What a command is run with: the words that the shell gave after its name, or somebody who only
/// wants to see what it takes.
struct Arguments {
  std::span<char* const> words;
  std::function<void(const CLI::App&)> reader = nullptr;
};

/// One command. Each has a file of its own; `table.cpp` lists them.
struct Command {
  std::string_view name;
  std::string_view usage;    ///< What may follow the name: "[PATH…|-]".
  std::string_view purpose;  ///< One line, for help.
  int (*run)(Arguments arguments);
  bool hidden = false;  ///< Not for help: for packagers, or written as an option.
};

[[nodiscard]] std::span<const Command> commands();

int run_check(Arguments arguments);
int run_fix(Arguments arguments);
int run_baseline(Arguments arguments);
int run_serve(Arguments arguments);
int run_milter(Arguments arguments);
int run_stream(Arguments arguments);
int run_rules(Arguments arguments);
int run_explain(Arguments arguments);
int run_test(Arguments arguments);
int run_formats(Arguments arguments);
int run_init(Arguments arguments);
int run_schema(Arguments arguments);
int run_version(Arguments arguments);
int run_completions(Arguments arguments);
int run_man(Arguments arguments);

}  // namespace tonelint::cli
