#include <algorithm>
#include <string>
#include <vector>

#include "apps/cli/arguments.hpp"
#include "apps/cli/guides.hpp"
#include "apps/cli/stream.hpp"
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
  text.line_end();
}

/// Proves one guide and says how it went.
int test_guide(std::string path) {
  const auto loaded = load_guide_for_here(path);
  if (!loaded || !loaded->guide) return failed;
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
              std::to_string(run.failures.size()) + " of " + examples +
                  " did not turn out as the guide says. Change the example or the rule.",
              2);
  }
  text.line_end();
  if (!write_all(out)) return failed;
  return run.failures.empty() ? clean : findings;
}

}  // namespace

int run_test(Arguments arguments) {
  std::vector<std::string> guides;
  CLI::App app("Proves style guides on the examples of their own rules.", "tonelint test");
  app.add_option("guides", guides, "style guides; else the one found from here")
      ->type_name("[GUIDE…]");
  if (const auto ended = read_arguments(app, arguments)) return *ended;
  if (guides.empty()) guides.emplace_back();
  int worst = clean;
  for (const std::string& guide : guides) worst = std::max(worst, test_guide(guide));
  return worst;
}

}  // namespace tonelint::cli
