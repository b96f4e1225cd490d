#pragma once

#include <map>
#include <string>
#include <string_view>

#include "tonelint/lint.hpp"

/// Guide and reply in, diagnostics out as text: what all tests of whole drafts are written with.
namespace tonelint::testing {

/// A guide of some rules, each "id: {…}"; a rule without a message gets one. What stands before
/// "---" is the guide's own keys, such as cues.
inline std::string guide(std::string_view rules) {
  std::string text;
  if (const std::size_t cut = rules.find("---\n"); cut != std::string_view::npos) {
    text = rules.substr(0, cut);
    rules.remove_prefix(cut + 4);
  }
  text += "rules:\n";
  while (!rules.empty()) {
    std::string line(rules.substr(0, rules.find('\n')));
    rules.remove_prefix(std::min(rules.size(), line.size() + 1));
    const std::size_t map = line.find(": {");
    if (map != std::string::npos && line.find("message:") == std::string::npos) {
      line.insert(map + 3, "message: m, ");
    }
    text += "  " + line + "\n";
  }
  return text;
}

/// A guide, compiled once for each text; errors in it fail the test.
inline const LoadedGuide& loaded(const std::string& text) {
  static std::map<std::string, LoadedGuide> cache;
  const auto [found, added] = cache.try_emplace(text);
  if (added) found->second = load_guide({"guide.yaml", text});
  return found->second;
}

/// "line:column id “match” → rewrite", with all edits of the rewrite made: the sentence as it would
/// then read, as it is shown. Several lines are joined by " | ".
inline std::string text_of(const Diagnostic& found) {
  std::string out = std::to_string(found.position.line) + ":" +
                    std::to_string(found.position.column) + " " + std::string(found.rule) + " “" +
                    found.match + "”";
  std::string_view arrow = " → ";
  for (const Rewrite& rewrite : found.rewrites) {
    out += arrow;
    out += rewrite.edits.empty() ? "(" + rewrite.text + ")" : rewrite.edits.front().text;
    arrow = " / ";
  }
  return out;
}

inline std::string text_of(const Report& report) {
  std::string out;
  for (const Diagnostic& each : report.diagnostics)
    out += (out.empty() ? "" : " | ") + text_of(each);
  return out;
}

/// The report on a reply.
inline Report report_on(const std::string& text, std::string_view reply,
                        const Context& context = {}, Syntax syntax = Syntax::text) {
  const LoadedGuide& compiled = loaded(text);
  if (!compiled.guide) {
    Report report{.guide = Guide::built_in()};
    for (const GuideProblem& problem : compiled.problems) {
      report.diagnostics.push_back(problem.diagnostic);
      report.diagnostics.back().match = problem.diagnostic.message;
    }
    return report;
  }
  const Source source{.name = "draft", .bytes = reply, .syntax = syntax};
  Report report = lint(*compiled.guide, source, context, {.not_applicable = true});
  // Where nobody asks what is not applicable, most rules are passed over without a look at them.
  const Report quick = lint(*compiled.guide, source, context);
  CHECK(std::equal(report.diagnostics.begin(), report.diagnostics.end(), quick.diagnostics.begin(),
                   quick.diagnostics.end(), [](const Diagnostic& one, const Diagnostic& other) {
                     return one.rule == other.rule && one.span == other.span;
                   }));
  return report;
}

inline std::string lint_text(const std::string& text, std::string_view reply,
                             const Context& context = {}, Syntax syntax = Syntax::text) {
  return text_of(report_on(text, reply, context, syntax));
}

/// A text after the first rewrite of every diagnostic, from the back so that places stay right.
inline std::string apply_first(std::string text, const Report& report) {
  auto before = static_cast<std::uint32_t>(text.size());
  for (auto each = report.diagnostics.rbegin(); each != report.diagnostics.rend(); ++each) {
    if (each->rewrites.empty() || each->rewrites.front().edits.empty()) continue;
    const auto& edits = each->rewrites.front().edits;
    if (edits.back().span.end > before) continue;
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
      text.replace(edit->span.begin, edit->span.size(), edit->text);
      before = edit->span.begin;
    }
  }
  return text;
}

/// The reply with all first rewrites made.
inline std::string rewritten(const std::string& text, const std::string& reply,
                             const Context& context = {}, Syntax syntax = Syntax::text) {
  return apply_first(reply, report_on(text, reply, context, syntax));
}

/// The ids of the rules that speak, in order, then those not applicable in brackets: "a b (c)".
inline std::string rules_of(const Report& report) {
  std::string out;
  for (const Diagnostic& each : report.diagnostics) {
    out += (out.empty() ? "" : " ") + std::string(each.rule);
  }
  for (const std::string_view rule : report.not_applicable) {
    out += (out.empty() ? "(" : " (") + std::string(rule) + ")";
  }
  return out;
}
inline std::string rules_of(const std::string& text, std::string_view reply,
                            const Context& context = {}, Syntax syntax = Syntax::text) {
  return rules_of(report_on(text, reply, context, syntax));
}

}  // namespace tonelint::testing
