#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "output/reports.hpp"

using namespace tonelint;
using namespace tonelint::test;

namespace {

/// A workflow command as the runner understands it.
struct Command {
  std::string name;
  std::map<std::string, std::string> properties;
  std::string message;
};

std::string unescaped(std::string text, bool property) {
  // The runner puts the percent sign back last.
  std::vector<std::pair<std::string, std::string>> pairs{{"%0D", "\r"}, {"%0A", "\n"}};
  if (property) pairs.insert(pairs.end(), {{"%3A", ":"}, {"%2C", ","}});
  pairs.push_back({"%25", "%"});
  for (const auto& [code, sign] : pairs) {
    for (auto at = text.find(code); at != std::string::npos; at = text.find(code, at + 1)) {
      text.replace(at, code.size(), sign);
    }
  }
  return text;
}

/// Reads a line as the runner does; nothing when it is no command.
std::optional<Command> command_in(std::string line) {
  line.erase(0, line.find_first_not_of(" \t"));
  if (!line.starts_with("::")) return {};
  const auto end = line.find("::", 2);
  if (end == std::string::npos) return {};
  Command command;
  std::istringstream head(line.substr(2, end - 2));
  std::getline(head, command.name, ' ');
  for (std::string pair; std::getline(head, pair, ',');) {
    const auto equals = pair.find('=');
    command.properties[pair.substr(0, equals)] = unescaped(pair.substr(equals + 1), true);
  }
  command.message = unescaped(line.substr(end + 2), false);
  return command;
}

std::vector<Command> commands_in(const std::string& text) {
  std::vector<Command> commands;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (auto command = command_in(line)) commands.push_back(std::move(*command));
  }
  return commands;
}

Command only_command(const Draft& draft) {
  const auto commands = commands_in(written("github", {draft}));
  REQUIRE(commands.size() == 1);
  return commands[0];
}

/// A draft with so many findings of a level.
Draft many(Level level, std::size_t count, const std::string& name = "a.txt") {
  Draft draft{"ticket", name};
  draft.find(level, "house", "ticket", "No.");
  draft.report.diagnostics.resize(count, draft.report.diagnostics[0]);
  return draft;
}

}  // namespace

TEST_CASE("an annotation in full") {
  Draft draft{"Hi 😀,\nyour 😀 ticket is late.", "replies/a.txt"};
  Diagnostic& found = draft.find(Level::warning, "house", "ticket", "We say “conversation”.");
  found.why = "People are no numbers.";
  found.rewrites = {{"your conversation", {{found.span, "conversation"}}, true}};
  CHECK(written("github", {draft}) ==
        "::warning file=replies/a.txt,line=2,endLine=2,col=9,endColumn=15,title=house::We say "
        "“conversation”.%0ABetter: your conversation%0APeople are no numbers.\n");
}

TEST_CASE("each level has its command") {
  CHECK(only_command(many(Level::error, 1)).name == "error");
  CHECK(only_command(many(Level::warning, 1)).name == "warning");
  CHECK(only_command(many(Level::suggestion, 1)).name == "notice");
}

TEST_CASE("whatever a name and a message hold, they read back the same") {
  const std::string nasty = "50% off: a,b\r\n::error::%0A";
  Draft draft{"ticket", "a,b:c%3A\n.txt"};
  draft.find(Level::error, "house", "ticket", nasty);
  const Command command = only_command(draft);
  CHECK(command.name == "error");
  CHECK(command.properties.at("file") == "a,b:c%3A\n.txt");
  CHECK(command.properties.at("title") == "house");
  CHECK(command.message == nasty);
}

TEST_CASE("an annotation over several lines has no columns") {
  Draft draft{"your\nticket"};
  draft.find(Level::error, "house", "your\nticket", "No.");
  const Command command = only_command(draft);
  CHECK(command.properties.at("line") == "1");
  CHECK(command.properties.at("endLine") == "2");
  CHECK(command.properties.count("col") == 0);
}

TEST_CASE("ten errors are shown, and a summary tells of the others") {
  const std::string text = written("github", {many(Level::error, 12), many(Level::warning, 10)});
  const auto commands = commands_in(text);
  REQUIRE(commands.size() == 21);
  CHECK(commands.back().name == "notice");
  CHECK(commands.back().message ==
        "12 errors, 10 warnings and 0 suggestions in all. 2 of them stand only in the log of this "
        "step, because GitHub shows ten of each.");
  CHECK(line_with(text, "error a.txt") == "error a.txt:1:1 house: No.");
}

TEST_CASE("ten of a level need no summary") {
  CHECK(commands_in(written("github", {many(Level::error, 10)})).size() == 10);
}

TEST_CASE("the summary is one of ten notices") {
  CHECK(commands_in(written("github", {many(Level::suggestion, 40)})).size() == 10);
}

TEST_CASE("what stands only in the log is no command") {
  Draft draft = many(Level::error, 11, "::error::x");
  draft.report.diagnostics.back().message = "No\n::error::no ##[error] ##[group]";
  const std::string text = written("github", {draft});
  CHECK(commands_in(text).size() == 11);
  CHECK(text.find("##[") == std::string::npos);
  CHECK(line_with(text, "error ::error::x") ==
        "error ::error::x:1:1 house: No ::error::no # #[error] # #[group]");
}

TEST_CASE("a clean run says nothing to GitHub") {
  CHECK(written("github", {Draft{"fine"}}).empty());
}
