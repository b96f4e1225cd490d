// Holds the project as a whole to its shape: what stands at its top, and nothing of one machine.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "project_files.hpp"

namespace {

using project::File;

constexpr std::string_view at_the_top[] = {
    "CHANGELOG.md", "CMakeLists.txt", "CMakePresets.json", "CONTRIBUTING.md", "LICENSE",
    "README.md",    "action.yml",     "examples",          "include",         "rules",
    "src",          "tests",
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

/// Whether the project has this file, or a folder of this name.
bool has(const std::vector<File>& files, const std::string& path) {
  return std::any_of(files.begin(), files.end(), [&](const File& file) {
    return file.path == path || file.path.starts_with(path + '/');
  });
}

/// "tests" and "../README.md" lead to "README.md".
std::string path_from(std::string_view folder, std::string_view link) {
  return (std::filesystem::path(folder) / link).lexically_normal().generic_string();
}

/// Links of Markdown files that lead to no file of the project.
std::vector<std::string> broken_links(const std::vector<File>& files) {
  std::vector<std::string> broken;
  for (const File& file : files) {
    // A draft may say what it likes, and the fixtures of tests may too.
    if (!file.path.ends_with(".md") || file.path.find("/drafts/") != std::string::npos ||
        (file.path.starts_with("tests/") && !file.path.ends_with("README.md"))) {
      continue;
    }
    const auto slash = file.path.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : file.path.substr(0, slash);
    for (auto at = file.text.find("]("); at != std::string::npos;
         at = file.text.find("](", at + 1)) {
      std::string link = file.text.substr(at + 2, file.text.find(')', at) - at - 2);
      link.resize(std::min(link.find('#'), link.size()));
      if (link.empty() || link.find("://") != std::string::npos) continue;
      std::string path = path_from(folder, link);
      if (path.ends_with('/')) path.pop_back();
      if (!has(files, path)) broken.push_back(file.path + " leads to " + link);
    }
  }
  return broken;
}

/// The packages that tests/packages.sh installs.
std::vector<std::string> packages_in(const std::string& script) {
  std::vector<std::string> packages;
  for (const std::string_view list : {"\nbuild=(", "\ntests=("}) {
    const auto begin = script.find(list);
    if (begin == std::string::npos) continue;
    const auto end = script.find(')', begin);
    std::istringstream words(script.substr(begin + list.size(), end - begin - list.size()));
    for (std::string word; words >> word;) packages.push_back(word);
  }
  return packages;
}

const std::string& text_of(const std::vector<File>& files, std::string_view path) {
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const File& file) { return file.path == path; });
  REQUIRE(found != files.end());
  return found->text;
}

}  // namespace

TEST_CASE("every link in the documentation leads to a file") {
  CHECK(broken_links(project::read_files()) == std::vector<std::string>{});
}

TEST_CASE("a link that leads nowhere is found") {
  const std::vector<File> files = {{"docs/a.md", "[b](b.md) [c](../c.md#top) [d](d/)"},
                                   {"c.md", "[web](https://example.com)"},
                                   {"docs/d/e.txt", ""}};
  CHECK(broken_links(files) == std::vector<std::string>{"docs/a.md leads to b.md"});
}

TEST_CASE("the README says what each package is for") {
  const auto files = project::read_files();
  const std::string& readme = text_of(files, "README.md");
  const auto packages = packages_in(text_of(files, "tests/packages.sh"));
  REQUIRE(packages.size() > 10);
  for (const std::string& package : packages) {
    INFO(package);
    CHECK(readme.find('`' + package + '`') != std::string::npos);
  }
}

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
