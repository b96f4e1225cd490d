#include "apps/cli/arguments.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "apps/cli/stream.hpp"
#include "tonelint/context.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint::cli {
namespace {

/// The help of a command: what it does, how it is written, its options.
std::string help_of(const CLI::App& app) {
  std::string out;
  TerminalText lines(out, {.width = 96});
  lines.wrap(Style::plain, app.get_description(), 0);
  lines.line_end();
  lines.line_end();
  lines.add(Style::plain, "  " + app.get_name());
  std::string places;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) places += " " + option->get_type_name();
  }
  lines.add(Style::plain, " [OPTION…]" + places);
  lines.line_end();
  lines.line_end();
  for (const CLI::Option* option : app.get_options()) {
    const bool positional = option->get_positional();
    const std::string type = option->get_type_name();
    const std::string value = type.substr(0, type.find(':'));  // CLI11 adds what may be given
    std::string name = positional ? value : option->get_name(false, true);
    if (!positional && !value.empty() && option->get_items_expected_max() > 0) name += " " + value;
    lines.tab_to(2);
    lines.add(Style::plain, name);
    if (lines.column() > 26) lines.line_end();
    lines.wrap(Style::plain, option->get_description(), 28);
    lines.line_end();
  }
  return out;
}

/// What CLI11 means, in our words where an option is unknown.
std::string explain(const CLI::App& app, const CLI::ParseError& mistake) {
  const auto unknown = app.remaining();
  const auto is_option = [](const std::string& word) { return word.starts_with('-'); };
  const auto word = std::find_if(unknown.begin(), unknown.end(), is_option);
  if (word == unknown.end()) return mistake.what();
  const std::string name = word->substr(0, word->find('='));
  std::vector<std::string> options;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& known : option->get_lnames()) options.push_back("--" + known);
  }
  const std::vector<std::string_view> views(options.begin(), options.end());
  const std::string_view meant = nearest(name, views);
  std::string text = "there is no option " + name + ".";
  if (!meant.empty()) text += " Did you mean " + std::string(meant) + "?";
  return text;
}

}  // namespace

std::optional<int> read_arguments(CLI::App& app, const Arguments& arguments) {
  app.set_help_flag("-h,--help", "show this and end");
  if (arguments.reader) {
    arguments.reader(app);
    return clean;
  }
  try {
    // CLI11 takes the words from the back.
    std::vector<std::string> words(arguments.words.rbegin(), arguments.words.rend());
    app.parse(words);
  } catch (const CLI::CallForHelp&) {
    return write_all(help_of(app)) ? clean : failed;
  } catch (const CLI::ParseError& mistake) {
    complain(explain(app, mistake));
    write_error("See " + app.get_name() + " --help\n");
    return failed;
  }
  return std::nullopt;
}

void add_channel(CLI::App& app, std::string& channel, const std::string& purpose) {
  app.add_option("--channel", channel, purpose)
      ->type_name("NAME")
      ->check(CLI::IsMember(std::vector<std::string>(channel_names.begin(), channel_names.end())));
}

}  // namespace tonelint::cli
