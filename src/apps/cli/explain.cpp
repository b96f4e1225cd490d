#include <algorithm>
#include <string>
#include <vector>

#include "apps/cli/arguments.hpp"
#include "apps/cli/example_context.hpp"
#include "apps/cli/guides.hpp"
#include "apps/cli/score_page.hpp"
#include "apps/cli/stream.hpp"
#include "apps/cli/why.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint::cli {
namespace {

constexpr std::size_t most_phrases = 12;

void heading(TerminalText& text, std::string_view words) {
  text.line_end();
  text.add(Style::strong, words);
  text.line_end();
}

void paragraph(TerminalText& text, Style style, std::string_view words, std::size_t indent = 2) {
  text.wrap(style, words, indent);
  text.line_end();
}

/// An example, each of its lines on one of ours, with the words marked that a rule must find.
void show_example(TerminalText& text, std::string_view sign, Style style, std::string_view words,
                  const std::vector<Span>& marks) {
  constexpr std::size_t indent = 4;
  text.tab_to(2);
  text.add(style, sign);
  text.tab_to(indent);
  auto mark = marks.begin();
  std::size_t at = 0;
  bool inside = false;
  while (at <= words.size()) {
    const bool has_mark = mark != marks.end();
    const std::size_t edge = !has_mark ? words.size() : inside ? mark->end : mark->begin;
    const std::size_t end = std::min({edge, words.find('\n', at), words.size()});
    text.add(inside ? style : Style::plain, words.substr(at, end - at), inside);
    at = end;
    if (has_mark && at == edge) {
      if (!text.colour()) text.add(Style::plain, inside ? "]]" : "[[");
      if (inside) ++mark;
      inside = !inside;
    } else if (at < words.size()) {
      text.line_end();
      text.tab_to(indent);
      ++at;
    } else {
      break;
    }
  }
  text.line_end();
}

void show_context(TerminalText& text, const Example& example) {
  for (const std::string& line : context_of(example)) paragraph(text, Style::faint, line, 4);
}

void show_examples(TerminalText& text, const RuleText& rule) {
  if (rule.examples.empty()) return;
  heading(text, "Examples");
  for (const Example& example : rule.examples) {
    if (example.bad) {
      show_example(text, "✗", style_of(rule.level), example.text, example.marks);
      show_context(text, example);
      if (example.good) show_example(text, "→", Style::good, *example.good, {});
    } else {
      show_example(text, "✓", Style::good, example.text, {});
      show_context(text, example);
    }
  }
}

void show_phrases(TerminalText& text, const RuleText& rule) {
  if (rule.phrases.empty() && rule.asks.empty()) return;
  heading(text, "It looks for");
  if (!rule.asks.empty()) paragraph(text, Style::plain, rule.asks);
  const std::size_t shown = std::min(rule.phrases.size(), most_phrases);
  for (std::size_t i = 0; i < shown; ++i) {
    const PhraseText& phrase = rule.phrases[i];
    std::string words = phrase.text;
    if (phrase.rewrite)
      words += " → " + (phrase.rewrite->empty() ? "(leave it out)" : *phrase.rewrite);
    paragraph(text, Style::plain, words);
  }
  if (shown < rule.phrases.size()) {
    paragraph(text, Style::faint,
              "and " + std::to_string(rule.phrases.size() - shown) + " more, in " + rule.file);
  }
}

/// Where a rule is changed: where it stands, or, of one that comes with tonelint, by a line in the
/// team's own guide.
void show_change(TerminalText& text, const RuleText& rule, const LoadedGuide& loaded) {
  if (std::find(loaded.files.begin(), loaded.files.end(), rule.file) != loaded.files.end()) {
    heading(text, "To change it");
    paragraph(text, Style::faint, rule.file + ":" + std::to_string(rule.position.line));
    return;
  }
  heading(text, "To change it, in your tonelint.yaml");
  text.add(Style::faint, "  rules:");
  text.line_end();
  const std::string change = rule.off                     ? ": on"
                             : rule.level == Level::error ? ": off"
                                                          : ": {level: error}";
  text.add(Style::faint, "    " + rule.id + change);
  text.line_end();
}

/// Where a rule is switched off.
std::string place_of(const RuleText& rule) {
  return rule.off_file + ":" + std::to_string(rule.off_position.line) + ":" +
         std::to_string(rule.off_position.column);
}

std::string page_of(const RuleText& rule, const LoadedGuide& loaded) {
  std::string out;
  TerminalText text(out, options_for(1, Colour::automatic));
  text.add(Style::strong, rule.id);
  text.add(Style::plain, " ");
  text.add(style_of(rule.level), name_of(rule.level));
  if (rule.off) text.add(Style::faint, ", switched off (" + place_of(rule) + ")");
  if (!rule.category.empty()) text.add(Style::faint, " · " + rule.category);
  text.line_end();
  paragraph(text, Style::plain, rule.message);
  if (!rule.why.empty()) {
    heading(text, "Why");
    paragraph(text, Style::plain, rule.why);
  }
  show_phrases(text, rule);
  if (!rule.conditions.empty()) {
    heading(text, "When");
    for (const std::string& condition : rule.conditions) paragraph(text, Style::plain, condition);
  }
  show_examples(text, rule);
  if (!rule.source.empty() || !rule.link.empty()) {
    heading(text, "Read more");
    if (!rule.source.empty()) paragraph(text, Style::plain, rule.source);
    if (!rule.link.empty()) paragraph(text, Style::plain, rule.link);
  }
  show_change(text, rule, loaded);
  return out;
}

int no_such_rule(const LoadedGuide& loaded, const std::string& id) {
  std::vector<std::string_view> ids;
  for (const RuleText& rule : loaded.rules) ids.push_back(rule.id);
  std::string text = "there is no rule “" + id + "”.";
  std::vector<std::string_view> alike;
  if (const auto meant = nearest(id, ids); !meant.empty()) {
    alike.push_back(meant);
  } else if (!id.empty()) {
    for (const std::string_view known : ids) {
      if (alike.size() < 5 && known.find(id) != std::string_view::npos) alike.push_back(known);
    }
  }
  for (std::size_t i = 0; i < alike.size(); ++i) {
    text += (i == 0 ? " Did you mean " : i + 1 == alike.size() ? " or " : ", ");
    text += alike[i];
  }
  text += alike.empty() ? " All of them: tonelint rules" : "?";
  complain(text);
  return failed;
}

}  // namespace

int run_explain(const Arguments& arguments) {
  const auto words = arguments.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (std::string_view(words[i]) != "--why") continue;
    std::vector<char*> others(words.begin(), words.end());
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    return run_why({others});
  }
  bool why = false;
  std::string guide;
  std::string id;
  CLI::App app("Tells what a rule looks for, and why, with examples.", "tonelint explain");
  app.add_option("rule", id, "the rule's name, as it stands in a report")
      ->type_name("RULE")
      ->required();
  app.add_option("--guide", guide, "the style guide; else the one found from here")
      ->type_name("FILE");
  app.add_flag("--why", why,
               "tell about a place in a draft instead: tonelint explain --why draft.txt:3:14 (what "
               "is known around it is given as to tonelint check; --why --help lists it)");
  if (const auto ended = read_arguments(app, arguments)) return *ended;
  const auto loaded = load_guide_for_here(guide);
  if (!loaded) return failed;
  if (id == "score") return write_all(score_page(*loaded)) ? clean : failed;
  for (const RuleText& rule : loaded->rules) {
    if (rule.id == id) return write_all(page_of(rule, *loaded)) ? clean : failed;
  }
  return no_such_rule(*loaded, id);
}

}  // namespace tonelint::cli
