#include <algorithm>
#include <string>

#include "apps/cli/arguments.hpp"
#include "apps/cli/catalogue.hpp"
#include "apps/cli/guides.hpp"
#include "apps/cli/stream.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint::cli {
namespace {

constexpr std::size_t widest_id = 34;

/// A text on one line of a table, cut where the line ends.
void add_cut(TerminalText& text, Style style, std::string_view words) {
  words = words.substr(0, words.find('\n'));
  if (text.column() + columns_of(words) <= text.width()) {
    text.add(style, words);
    return;
  }
  std::size_t end = 0;
  for (std::size_t space = words.find(' '); space != std::string_view::npos;
       space = words.find(' ', space + 1)) {
    if (text.column() + columns_of(words.substr(0, space)) + 2 > text.width()) break;
    end = space;
  }
  text.add(style, words.substr(0, end));
  text.add(Style::faint, " …");
}

std::string table_of(const LoadedGuide& loaded) {
  std::string out;
  TerminalText text(out, options_for(1, Colour::automatic));
  std::size_t id_width = 0;
  for (const RuleText& rule : loaded.rules) {
    id_width = std::max(id_width, std::min(columns_of(rule.id), widest_id));
  }
  std::string_view category;
  std::size_t off = 0;
  for (const RuleText& rule : loaded.rules) {
    if (rule.category != category || out.empty()) {
      category = rule.category;
      if (!out.empty()) text.line_end();
      text.add(Style::strong, category.empty() ? "Rules" : category);
      text.line_end();
    }
    const Style faint_if_off = rule.off ? Style::faint : Style::plain;
    text.tab_to(2);
    text.add(faint_if_off, rule.id);
    text.tab_to(2 + id_width + 2);
    text.add(rule.off ? Style::faint : style_of(rule.level),
             rule.off ? "off" : name_of(rule.level));
    text.tab_to(2 + id_width + 2 + 12);
    add_cut(text, faint_if_off, rule.message);
    text.line_end();
    if (rule.off) ++off;
  }
  text.line_end();
  const std::size_t on = loaded.rules.size() - off;
  std::string sum = std::to_string(on) + (on == 1 ? " rule" : " rules");
  if (off > 0)
    sum += ", and " + std::to_string(off) + (off == 1 ? " that is off" : " that are off");
  text.wrap(Style::plain, sum + ". More about one: tonelint explain RULE", 0);
  text.line_end();
  return out;
}

/// A key with a text.
void member(std::string& out, std::string_view key, std::string_view value) {
  out += ",\"";
  out += key;
  out += "\":";
  append_json(out, value);
}

std::string json_of(const LoadedGuide& loaded, const std::string& path) {
  std::string out = R"({"version":1)";
  member(out, "guide", path);
  out += ",\"rules\":[";
  const char* between = "\n";
  for (const RuleText& rule : loaded.rules) {
    out += between;
    between = ",\n";
    out += "{\"id\":";
    append_json(out, rule.id);
    member(out, "category", rule.category);
    member(out, "level", name_of(rule.level));
    out += rule.off ? ",\"off\":true" : ",\"off\":false";
    member(out, "form", rule.form);
    member(out, "message", rule.message);
    member(out, "why", rule.why);
    member(out, "source", rule.source);
    member(out, "link", rule.link);
    member(out, "file", rule.file);
    out += ",\"line\":" + std::to_string(rule.position.line);
    out += ",\"column\":" + std::to_string(rule.position.column) + "}";
  }
  out += "\n]}\n";
  return out;
}

std::string checks_table() {
  std::string out;
  TerminalText text(out, options_for(1, Colour::automatic));
  std::string_view form;
  for (const CheckText& check : checks()) {
    if (check.form != form) {
      if (!out.empty()) text.line_end();
      form = check.form;
      text.add(Style::strong, form);
      text.line_end();
    }
    text.tab_to(2);
    text.add(Style::plain, check.name);
    text.tab_to(24);
    text.wrap(Style::plain, check.purpose, 24);
    text.line_end();
  }
  return out;
}

}  // namespace

int run_rules(const Arguments& arguments) {
  std::string guide;
  std::string format = "terminal";
  bool show_checks = false;
  CLI::App app("Lists the rules of the style guide that serves here.", "tonelint rules");
  app.add_option("--guide", guide, "the style guide; else the one found from here")
      ->type_name("FILE");
  app.add_option("--format", format, "terminal, json or markdown")
      ->type_name("NAME")
      ->check(CLI::IsMember({"terminal", "json", "markdown"}));
  app.add_flag("--checks", show_checks, "list what a rule can measure and detect instead");
  if (const auto ended = read_arguments(app, arguments)) return *ended;
  if (show_checks) return write_all(checks_table()) ? clean : failed;
  const auto loaded = load_guide_for_here(guide);
  if (!loaded) return failed;
  const bool written = write_all(format == "json"       ? json_of(*loaded, guide)
                                 : format == "markdown" ? catalogue_of(*loaded, guide)
                                                        : table_of(*loaded));
  return written && loaded->guide ? clean : failed;
}

}  // namespace tonelint::cli
