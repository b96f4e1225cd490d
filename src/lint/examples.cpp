#include <algorithm>

#include "tonelint/guide.hpp"
#include "tonelint/lint.hpp"

namespace tonelint {
namespace {

std::string quote(std::string_view text) {
  std::string out = "“";
  for (const char c : text) out += c == '\n' ? std::string(" ⏎ ") : std::string(1, c);
  return out + "”";
}

/// A text with marks around some of its words, as it would stand in the guide.
std::string marked(std::string_view text, const std::vector<Span>& spans) {
  std::string out;
  std::uint32_t at = 0;
  for (const Span span : spans) {
    if (span.begin < at || span.end > text.size()) continue;
    out += text.substr(at, span.begin - at);
    out += "[[";
    out += text.substr(span.begin, span.size());
    out += "]]";
    at = span.end;
  }
  return quote(out + std::string(text.substr(at)));
}

/// The text after the first rewrite of every diagnostic, from the back so that places stay right.
std::string rewritten(std::string text, const std::vector<Diagnostic>& diagnostics) {
  std::vector<const Edit*> edits;
  for (const Diagnostic& each : diagnostics) {
    if (each.rewrites.empty()) continue;
    for (const Edit& edit : each.rewrites.front().edits) edits.push_back(&edit);
  }
  std::sort(edits.begin(), edits.end(),
            [](const Edit* a, const Edit* b) { return a->span.begin > b->span.begin; });
  auto before = static_cast<std::uint32_t>(text.size());
  for (const Edit* edit : edits) {
    if (edit->span.end > before) continue;
    text.replace(edit->span.begin, edit->span.size(), edit->text);
    before = edit->span.begin;
  }
  return text;
}

std::vector<Span> spans_of(const Report& report) {
  std::vector<Span> spans;
  for (const Diagnostic& each : report.diagnostics) spans.push_back(each.span);
  return spans;
}

class ExampleTest {
 public:
  ExampleTest(const Guide& guide, const RuleText& rule, const Example& example)
      : guide_(guide), rule_(rule), example_(example) {}

  /// What is wrong with the example; empty when nothing is.
  [[nodiscard]] std::string run() const {
    const Report report = check(example_.text);
    return example_.bad ? bad(report) : good(report, example_.text);
  }

 private:
  [[nodiscard]] Report check(std::string_view text) const {
    const LintOptions options{.only_rules = {rule_.id}};
    return lint(guide_, {.name = rule_.file, .bytes = text, .syntax = example_.syntax},
                example_.context, options);
  }

  [[nodiscard]] std::string bad(const Report& report) const {
    if (report.diagnostics.empty()) {
      return "the rule should fire in " + marked(example_.text, example_.marks) +
             ", but it finds nothing there";
    }
    if (!example_.marks.empty() && spans_of(report) != example_.marks) {
      return "the rule should fire at " + marked(example_.text, example_.marks) +
             ", but it fires at " + marked(example_.text, spans_of(report));
    }
    if (!example_.good) return {};
    const bool has_rewrite =
        std::any_of(report.diagnostics.begin(), report.diagnostics.end(),
                    [](const Diagnostic& each) { return !each.rewrites.empty(); });
    if (has_rewrite) {
      const std::string now = rewritten(example_.text, report.diagnostics);
      if (now != *example_.good) {
        return "the rewrite should give " + quote(*example_.good) + ", but it gives " + quote(now);
      }
    }
    return good(check(*example_.good), *example_.good);
  }

  [[nodiscard]] static std::string good(const Report& report, std::string_view text) {
    if (report.diagnostics.empty()) return {};
    return "the rule should be silent, but it fires at " + marked(text, spans_of(report));
  }

  const Guide& guide_;
  const RuleText& rule_;
  const Example& example_;
};

}  // namespace

ExampleRun run_examples(const LoadedGuide& loaded) {
  ExampleRun run;
  if (!loaded.guide) return run;
  for (const RuleText& rule : loaded.rules) {
    if (rule.off) continue;
    for (const Example& example : rule.examples) {
      ++run.examples;
      std::string what = ExampleTest(*loaded.guide, rule, example).run();
      if (!what.empty()) {
        run.failures.push_back({rule.id, rule.file, example.position, std::move(what)});
      }
    }
  }
  return run;
}

}  // namespace tonelint
