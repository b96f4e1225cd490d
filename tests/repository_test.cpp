// Holds the project as a whole to its shape: what stands at its top, and nothing of one machine.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "project_files.hpp"

namespace {

using project::File;

constexpr std::string_view at_the_top[] = {
    "CHANGELOG.md", "CMakeLists.txt", "CMakePresets.json", "CONTRIBUTING.md", "LICENSE",
    "README.md",    "examples",       "include",           "rules",           "src",
    "tests",
};

// In two halves, so that this file does not hold what it looks for.
constexpr std::string_view machine_paths[] = {
    "/wo"
    "rk/",
    "/ho"
    "me/",
    "/ro"
    "ot/",
    "/Us"
    "ers/",
};

/// What may stand right before a slash that is within a longer path or address, not the start of
/// one.
bool continues_a_path(char before) {
  return std::isalnum(static_cast<unsigned char>(before)) != 0 ||
         std::string_view("._-}/~*").find(before) != std::string_view::npos;
}

std::vector<std::string> machine_path_problems(const std::vector<File>& files) {
  std::vector<std::string> problems;
  for (const File& file : files) {
    for (const std::string_view path : machine_paths) {
      for (auto at = file.text.find(path); at != std::string::npos;
           at = file.text.find(path, at + 1)) {
        if (at > 0 && continues_a_path(file.text[at - 1])) continue;
        problems.push_back(file.path + " mentions " + std::string(path));
      }
    }
  }
  return problems;
}

std::vector<std::string> strangers_at_the_top(const std::vector<std::string>& names) {
  std::vector<std::string> strangers;
  for (const std::string& name : names) {
    const bool known =
        std::find(std::begin(at_the_top), std::end(at_the_top), name) != std::end(at_the_top);
    if (!known && !name.starts_with(".")) strangers.push_back(name);
  }
  return strangers;
}

}  // namespace

TEST_CASE("no file holds a path of somebody's machine") {
  CHECK(machine_path_problems(project::read_files()) == std::vector<std::string>{});
}

TEST_CASE("the top of the project holds what it should and nothing else") {
  CHECK(strangers_at_the_top(project::top_level()) == std::vector<std::string>{});
}

TEST_CASE("a path of a machine is found") {
  const std::string path = std::string(machine_paths[1]) + "marta/notes.txt";
  CHECK(machine_path_problems({{"a.md", "see " + path}}).size() == 1);
  CHECK(machine_path_problems({{"a.md", path}}).size() == 1);
  CHECK(machine_path_problems({{"a.md", "https://example.com" + path}}).empty());
}

TEST_CASE("a stranger at the top is found") {
  CHECK(strangers_at_the_top({".ci", "README.md", "notes.txt"}) ==
        std::vector<std::string>{"notes.txt"});
}
