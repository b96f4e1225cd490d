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
  int (*run)(const Arguments& arguments);
  bool hidden = false;  ///< Not for help: for packagers, or written as an option.
};

[[nodiscard]] std::span<const Command> commands();

int run_check(const Arguments& arguments);
int run_fix(const Arguments& arguments);
int run_baseline(const Arguments& arguments);
int run_serve(const Arguments& arguments);
int run_milter(const Arguments& arguments);
int run_stream(const Arguments& arguments);
int run_rules(const Arguments& arguments);
int run_explain(const Arguments& arguments);
int run_test(const Arguments& arguments);
int run_formats(const Arguments& arguments);
int run_init(const Arguments& arguments);
int run_schema(const Arguments& arguments);
int run_version(const Arguments& arguments);
int run_completions(const Arguments& arguments);
int run_man(const Arguments& arguments);

}  // namespace tonelint::cli
