#include <algorithm>
#include <string>
#include <vector>

#include "apps/cli/arguments.hpp"
#include "apps/cli/files.hpp"
#include "apps/cli/guides.hpp"
#include "apps/cli/marked_text.hpp"
#include "apps/cli/stream.hpp"
#include "apps/cli/watch.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint::cli {
namespace {

std::string counted(std::size_t count, const char* one, const char* several) {
  return std::to_string(count) + " " + (count == 1 ? one : several);
}

void show(TerminalText& text, const ExampleFailure& failure) {
  text.add(Style::plain, failure.file + ":" + std::to_string(failure.position.line) + ":" +
                             std::to_string(failure.position.column) + " ");
  text.add(Style::error, failure.rule);
  text.line_end();
  text.wrap(Style::plain, failure.what, 2);
  text.line_end();
  for (const ExampleFailure::Shown& each : failure.shown) {
    text.tab_to(4);
    text.add(Style::faint, each.label);
    add_marked(text, each.text, each.marks, Style::error, 15);
  }
  text.tab_to(2);
  text.add(Style::good, "→");
  text.wrap(Style::plain, failure.advice, 4);
  text.line_end();
  text.line_end();
}

/// Which rules of the built-in guide work otherwise under this one.
void show_changed(TerminalText& text, const std::vector<ExampleFailure>& changed) {
  if (changed.empty()) return;
  std::string rules;
  for (const ExampleFailure& each : changed) {
    if (rules.ends_with(each.rule)) continue;
    if (!rules.empty()) rules += ", ";
    rules += each.rule;
  }
  text.wrap(Style::faint,
            counted(changed.size(), "example", "examples") +
                " of the built-in guide would turn out otherwise, as this guide changes what it "
                "rests on: " +
                rules + ".",
            0);
  text.line_end();
}

/// Proves one guide and says how it went.
int test_guide(std::string path, std::vector<std::string>& paths) {
  const auto loaded = load_guide_for_here(path, {.all_rules = true});
  if (loaded) paths.insert(paths.end(), loaded->files.begin(), loaded->files.end());
  if (!loaded || !loaded->guide) {
    // What is missing may be about to be written.
    const std::string_view folder = folder_of(path);
    paths.emplace_back(folder.empty() ? "." : folder);
    paths.push_back(std::move(path));
    return failed;
  }
  const ExampleRun run = run_examples(*loaded);
  std::string out;
  TerminalText text(out, options_for(1, Colour::automatic));
  for (const ExampleFailure& failure : run.failures) show(text, failure);
  text.add(Style::strong, path);
  text.add(Style::plain, ":");
  const std::string examples = counted(run.examples, "example", "examples");
  if (run.failures.empty()) {
    const std::string rules = counted(loaded->rules.size(), "rule", "rules");
    text.wrap(Style::good, rules + ", " + examples + ", and all of them hold.", 2);
  } else {
    text.wrap(Style::plain,
              counted(run.failures.size(), "thing", "things") + " to put right, in " + examples +
                  ". Change the example or the rule.",
              2);
  }
  text.line_end();
  show_changed(text, run.changed);
  if (!write_all(out)) return failed;
  return run.failures.empty() ? clean : findings;
}

}  // namespace

int run_test(Arguments arguments) {
  std::vector<std::string> guides;
  bool again = false;
  CLI::App app("Proves style guides on the examples of their own rules.", "tonelint test");
  app.add_option("guides", guides, "style guides; else the one found from here")
      ->type_name("[GUIDE…]");
  app.add_flag("--watch", again, "test again whenever a file of the guide changes; Ctrl-C ends it");
  if (const auto ended = read_arguments(app, arguments)) return *ended;
  if (guides.empty()) guides.emplace_back();
  const auto test_all = [&] {
    Watched watched;
    for (const std::string& guide : guides) {
      watched.exit = std::max(watched.exit, test_guide(guide, watched.paths));
    }
    return watched;
  };
  return again ? watch(test_all) : test_all().exit;
}

}  // namespace tonelint::cli
