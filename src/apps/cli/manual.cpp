#include "apps/cli/manual.hpp"

#include <sstream>

#include "apps/cli/arguments.hpp"
#include "tonelint/output.hpp"

namespace tonelint::cli {
namespace {

/// "NAME:{text,html}" allows two words.
std::vector<std::string> words_of(const std::string& type) {
  std::vector<std::string> words;
  const auto open = type.find(":{");
  const auto close = type.find('}', open);
  if (open != std::string::npos && close != std::string::npos) {
    std::istringstream list(type.substr(open + 2, close - open - 2));
    for (std::string word; std::getline(list, word, ',');) words.push_back(word);
  }
  return words;
}

ManualOption option_of(const CLI::Option& from) {
  ManualOption option;
  option.purpose = from.get_description();
  const std::string type = from.get_type_name();
  if (from.get_positional() || from.get_items_expected_max() > 0) {
    option.value = type.substr(0, type.find(':'));
    option.words = words_of(type);
  }
  if (option.value == "NAME[=FILE]") {
    for (const Format& format : formats()) option.words.emplace_back(format.name);
  }
  if (from.get_positional()) return option;
  for (const std::string& name : from.get_snames()) option.names.push_back("-" + name);
  for (const std::string& name : from.get_lnames()) option.names.push_back("--" + name);
  return option;
}

}  // namespace

bool ManualOption::takes_file() const {
  for (const std::string_view place : {"FILE", "[PATH…|-]", "[GUIDE…]"}) {
    if (value == place) return true;
  }
  return false;
}

std::vector<ManualPage> manual() {
  std::vector<ManualPage> pages;
  for (const Command& command : commands()) {
    if (command.hidden) continue;
    ManualPage page{command.name, command.usage, command.purpose, {}, {}};
    command.run({{}, [&](const CLI::App& app) {
                   page.description = app.get_description();
                   for (const CLI::Option* option : app.get_options()) {
                     page.options.push_back(option_of(*option));
                   }
                 }});
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace tonelint::cli
