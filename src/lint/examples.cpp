#include <algorithm>
#include <map>
#include <set>

#include "lint/exceptions.hpp"
#include "tonelint/guide.hpp"
#include "tonelint/lint.hpp"

namespace tonelint {
namespace {

using Shown = ExampleFailure::Shown;

constexpr std::string_view move_marks_or_phrases =
    "Move [[ and ]] in the example, or change what the rule looks for.";

/// A text after the edits of some rewrites; where they overlap the first is made, as by `fix`.
std::string edited(std::string_view text, const std::vector<const Rewrite*>& rewrites) {
  std::vector<Edit> all, apart;
  for (const Rewrite* rewrite : rewrites) {
    all.insert(all.end(), rewrite->edits.begin(), rewrite->edits.end());
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  for (Edit& edit : all) {
    if (apart.empty() || apart.back().span.end <= edit.span.begin) apart.push_back(std::move(edit));
  }
  return with_edits(text, apart);
}

std::vector<Span> spans_of(const Report& report) {
  std::vector<Span> spans;
  for (const Diagnostic& each : report.diagnostics) spans.push_back(each.span);
  return spans;
}

class ExampleTest {
 public:
  ExampleTest(const Guide& guide, const std::vector<std::string_view>& rules_on,
              const RuleText& rule, const Example& example)
      : guide_(guide), rules_on_(rules_on), rule_(rule), example_(example) {}

  /// What is wrong with the example, if anything is.
  [[nodiscard]] std::optional<ExampleFailure> run() {
    const Report report = check(example_.text, {rule_.id});
    if (example_.bad) {
      bad(report);
    } else {
      good(report, example_.text);
    }
    return std::move(failure_);
  }

 private:
  [[nodiscard]] Report check(std::string_view text,
                             const std::vector<std::string_view>& rules) const {
    const LintOptions options{.only_rules = rules, .rewrites = rules.size() == 1};
    return lint(guide_, {.name = rule_.file, .bytes = text, .syntax = example_.syntax},
                example_.context, options);
  }

  void fail(std::string what, std::vector<Shown> shown, std::string_view advice) {
    failure_ = {rule_.id,        example_.file,    example_.position,
                std::move(what), std::move(shown), std::string(advice)};
  }

  void bad(const Report& report) {
    if (report.diagnostics.empty()) {
      return fail("The rule should fire in this bad example, but it finds nothing there.",
                  {{"expected", example_.text, example_.marks}}, nothing_found());
    }
    if (!example_.marks.empty() && spans_of(report) != example_.marks) {
      return fail("The rule fires, but not at the words between [[ and ]].",
                  {{"expected", example_.text, example_.marks},
                   {"it fires", example_.text, spans_of(report)}},
                  move_marks_or_phrases);
    }
    std::vector<const Rewrite*> first;
    for (const Diagnostic& each : report.diagnostics) {
      if (!each.rewrites.empty()) first.push_back(&each.rewrites.front());
    }
    const std::string now = edited(example_.text, first);
    if (example_.good) {
      if (!first.empty() && now != *example_.good) {
        return fail("The rewrite does not give the good text of the example.",
                    {{"expected", *example_.good, {}}, {"it gives", now, {}}},
                    "Change “good” to what it gives, or the rewrite beside the phrase.");
      }
      good(check(*example_.good, {rule_.id}), *example_.good);
    }
    if (failure_ || example_.built_in) return;
    if (!first.empty()) rewritten(now, first.size());
    for (const Diagnostic& each : report.diagnostics) {
      for (std::size_t i = 1; i < each.rewrites.size() && !failure_; ++i) {
        rewritten(edited(example_.text, {&each.rewrites[i]}), 1);
      }
    }
  }

  [[nodiscard]] std::string_view nothing_found() const {
    return rule_.conditions.empty()
               ? "Write the phrase under “find” as it stands in the example, or mend the example."
               : "Compare the example with what the rule looks for and with its conditions "
                 "(tonelint explain shows them); an example can name a channel, a customer, tags.";
  }

  void good(const Report& report, std::string_view text) {
    if (report.diagnostics.empty()) return;
    fail("The rule should be silent in this good text, but it fires.",
         {{"it fires", std::string(text), spans_of(report)}},
         "Mend the example, or write what should be left alone under “except” or “unless”.");
  }

  /// Rewrites may not bring what another rule then finds, and take their own findings away.
  void rewritten(const std::string& now, std::size_t applied) {
    if (now == example_.text) return;
    std::vector<std::string_view> rules = rules_on_;
    if (rule_.off) rules.push_back(rule_.id);
    if (before_ == std::nullopt) {
      before_.emplace();
      for (const Diagnostic& each : check(example_.text, rules).diagnostics) {
        ++(*before_)[each.rule];
      }
    }
    std::map<std::string_view, std::size_t> after{{rule_.id, applied}};
    for (const Diagnostic& found : check(now, rules).diagnostics) {
      if (found.level == Level::suggestion && found.rule != rule_.id) continue;
      const auto before = before_->find(found.rule);
      if (before != before_->end() && ++after[found.rule] <= before->second) continue;
      const std::string other(found.rule);
      return fail(other == rule_.id
                      ? "After its own rewrite the rule fires again."
                      : "The rewrite brings a new finding: then “" + other + "” fires.",
                  {{"written", example_.text, example_.marks}, {"rewritten", now, {found.span}}},
                  other == rule_.id ? "Change the rewrite beside the phrase."
                                    : "Change the rewrite beside the phrase, or let “" + other +
                                          "” leave these words alone (also-except).");
    }
  }

  const Guide& guide_;
  const std::vector<std::string_view>& rules_on_;
  const RuleText& rule_;
  const Example& example_;
  std::optional<std::map<std::string_view, std::size_t>> before_;  ///< Findings by rule.
  std::optional<ExampleFailure> failure_;
};

}  // namespace

ExampleRun run_examples(const LoadedGuide& loaded) {
  ExampleRun run;
  if (!loaded.guide) return run;
  const Guide& guide = *loaded.guide;
  std::vector<std::string_view> rules_on;
  for (const RuleText& rule : loaded.rules) {
    if (!rule.off) rules_on.push_back(rule.id);
  }
  for (const RuleText& rule : loaded.rules) {
    if (rule.off && !guide.rule(rule.id)) continue;
    for (const Example& example : rule.examples) {
      ++run.examples;
      auto failure = ExampleTest(guide, rules_on, rule, example).run();
      if (failure) (example.built_in ? run.changed : run.failures).push_back(std::move(*failure));
    }
    find_unneeded_exceptions(guide, rule, run.failures);
  }
  return run;
}

}  // namespace tonelint
