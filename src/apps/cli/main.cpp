#include <array>
#include <csignal>
#include <new>
#include <string>
#include <vector>

#include "apps/cli/command.hpp"
#include "apps/cli/stream.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint::cli {
namespace {

std::string help() {
  std::string text = "tonelint checks the tone of customer-support replies.\n\n";
  std::string out = text;
  TerminalText lines(out, {.width = 80});
  for (const Command& command : commands()) {
    if (command.hidden) continue;
    lines.add(Style::plain,
              "  tonelint " + std::string(command.name) + " " + std::string(command.usage));
    lines.tab_to(32);
    lines.wrap(Style::plain, command.purpose, 32);
    lines.line_end();
  }
  out +=
      "\nEach of them tells more: tonelint check --help\n"
      "Begin with: tonelint check draft.txt\n";
  return out;
}

int no_such_command(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) {
    if (!command.hidden) names.push_back(command.name);
  }
  std::string text = "there is no command “" + std::string(name) + "”.";
  if (const auto meant = nearest(name, names); !meant.empty()) {
    text += " Did you mean “" + std::string(meant) + "”?";
  } else {
    text += " To check a draft: tonelint check " + std::string(name);
  }
  complain(text);
  return failed;
}

/// "tonelint help check" is "tonelint check --help".
int help_of(std::string_view name) {
  char option[] = "--help";
  char* const words[] = {option};
  for (const Command& command : commands()) {
    if (command.name == name) return command.run({words});
  }
  return no_such_command(name);
}

int run(std::span<char* const> words) {
  if (words.empty()) {
    return write_all(help()) ? clean : failed;
  }
  const std::string_view first = words[0];
  if (first == "help" && words.size() > 1) return help_of(words[1]);
  if (first == "--help" || first == "-h" || first == "help") {
    return write_all(help()) ? clean : failed;
  }
  for (const Command& command : commands()) {
    if (command.name == first) return command.run({words.subspan(1)});
  }
  return no_such_command(first);
}

}  // namespace
}  // namespace tonelint::cli

int main(int count, char** words) {
  // A closed pipe is an error of writing like any other.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return tonelint::cli::run({words + 1, static_cast<std::size_t>(count > 0 ? count - 1 : 0)});
  } catch (const std::bad_alloc&) {
    tonelint::cli::complain("there is not enough memory for this.");
    return tonelint::cli::failed;
  }
}
