#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <tuple>
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

/// `files` are those of an override; empty: it is the guide itself.
void show(TerminalText& text, const ExampleFailure& failure, const std::string& files) {
  text.add(Style::plain, failure.file + ":" + std::to_string(failure.position.line) + ":" +
                             std::to_string(failure.position.column) + " ");
  text.add(Style::error, failure.rule);
  if (!files.empty()) text.wrap(Style::plain, "for files " + files, 2);
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

/// Which rules work otherwise than their examples say, and by whose doing.
void show_changed(TerminalText& text, const std::vector<ExampleFailure>& changed,
                  const std::string& why) {
  if (changed.empty()) return;
  std::string rules;
  for (const ExampleFailure& each : changed) {
    if (rules.ends_with(each.rule)) continue;
    if (!rules.empty()) rules += ", ";
    rules += each.rule;
  }
  text.wrap(
      Style::faint,
      counted(changed.size(), "example") + " " + why + " changes what it rests on: " + rules + ".",
      0);
  text.line_end();
}

using PlaceOfExample = std::tuple<std::string, std::uint32_t, std::uint32_t>;
PlaceOfExample place_of(const std::string& file, Position position) {
  return {file, position.line, position.column};
}

/// What an entry of `overrides` does to examples: its own are proved, and those of the guide that
/// turn out otherwise are told.
struct OverrideRun {
  std::string files;  ///< Its patterns: “vip/**”, “*.md”.
  ExampleRun run;
};

/// Every entry by itself, laid over the guide.
std::vector<OverrideRun> run_overrides(const std::string& path, const LoadedGuide& base,
                                       const ExampleRun& of_base) {
  std::set<PlaceOfExample> examples, told;
  for (const RuleText& rule : base.rules) {
    for (const Example& each : rule.examples) examples.insert(place_of(each.file, each.position));
  }
  for (const auto* all : {&of_base.failures, &of_base.changed}) {
    for (const ExampleFailure& each : *all) told.insert(place_of(each.file, each.position));
  }
  std::vector<OverrideRun> runs;
  for (std::size_t entry = 0; entry < base.overrides.size(); ++entry) {
    const auto loaded = read_guide_file(path, {.all_rules = true, .override_entry = entry});
    if (!loaded || !loaded->guide) continue;  // which has been said
    OverrideRun& own = runs.emplace_back();
    for (const std::string& pattern : base.overrides[entry]) {
      own.files += (own.files.empty() ? "“" : ", “") + pattern + "”";
    }
    ExampleRun run = run_examples(*loaded);
    for (const RuleText& rule : loaded->rules) {
      for (const Example& each : rule.examples) {
        own.run.examples += examples.contains(place_of(each.file, each.position)) ? 0U : 1U;
      }
    }
    for (ExampleFailure& each : run.failures) {
      const PlaceOfExample place = place_of(each.file, each.position);
      if (told.contains(place)) continue;
      (examples.contains(place) ? own.run.changed : own.run.failures).push_back(std::move(each));
    }
    for (ExampleFailure& each : run.changed) {
      if (told.contains(place_of(each.file, each.position))) continue;
      own.run.changed.push_back(std::move(each));
    }
  }
  return runs;
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
  const std::vector<OverrideRun> overrides = run_overrides(path, *loaded, run);
  std::string out;
  TerminalText text(out, options_for(1, Colour::automatic));
  std::size_t failures = run.failures.size(), all = run.examples;
  for (const ExampleFailure& failure : run.failures) show(text, failure, {});
  for (const OverrideRun& each : overrides) {
    for (const ExampleFailure& failure : each.run.failures) show(text, failure, each.files);
    failures += each.run.failures.size();
    all += each.run.examples;
  }
  text.add(Style::strong, path);
  text.add(Style::plain, ":");
  const std::string examples = counted(all, "example");
  if (failures == 0) {
    const std::string rules = counted(loaded->rules.size(), "rule");
    text.wrap(Style::good, rules + ", " + examples + ", and all of them hold.", 2);
  } else {
    text.wrap(Style::plain,
              counted(failures, "thing") + " to put right, in " + examples +
                  ". Change the example or the rule.",
              2);
  }
  text.line_end();
  show_changed(text, run.changed, "of the built-in guide would turn out otherwise, as this guide");
  for (const OverrideRun& each : overrides) {
    show_changed(text, each.run.changed,
                 "would turn out otherwise for files " + each.files + ", as the override");
  }
  if (!write_all(out)) return failed;
  return failures == 0 ? clean : findings;
}

}  // namespace

int run_test(const Arguments& arguments) {
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
