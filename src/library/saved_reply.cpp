#include <algorithm>
#include <iterator>

#include "library/file_position.hpp"
#include "library/written.hpp"
#include "tonelint/fix.hpp"

namespace tonelint {
namespace {

/// What is known around a saved reply.
Context context_of(const SavedReply& reply, const Context& context) {
  Context known = context;
  if (!known.is_template) known.is_template = true;
  if (known.channel.empty()) known.channel = reply.channel;
  if (known.helpdesk.empty()) known.helpdesk = reply.helpdesk;
  if (known.id.empty()) known.id = reply.record.id;
  return known;
}

/// Takes what was said of a text to the file that it stands in.
class InFile {
 public:
  InFile(const SavedReply& reply, const Unescaped& text)
      : scalar_(scalar_of(reply)),
        text_(text),
        positions_(reply.file.bytes, reply.written.begin, reply.position) {}

  void place(Diagnostic& found) {
    found.span = text_.map.to_source(found.span);
    found.position = positions_.at(found.span.begin);
    for (Rewrite& rewrite : found.rewrites) {
      if (rewrite.edits.empty()) continue;
      auto edits = edits_in_file(scalar_, text_, rewrite.edits);
      rewrite.edits = edits ? std::move(*edits) : std::vector<Edit>();
    }
  }

  /// What was found while the text was read: bad escapes.
  [[nodiscard]] std::vector<Diagnostic> problems() {
    std::vector<Diagnostic> all = text_.problems;
    for (Diagnostic& problem : all) problem.position = positions_.at(problem.span.begin);
    return all;
  }

 private:
  Scalar scalar_;
  const Unescaped& text_;
  FilePosition positions_;
};

}  // namespace

Report lint(const Guide& guide, const SavedReply& reply, const Context& context,
            const LintOptions& options) {
  thread_local Unescaped text;
  Report report{.guide = guide};
  if (reply.has_text()) {
    unescape(scalar_of(reply), text);
    report = lint(guide, {reply.file.name, text.text, reply.syntax}, context_of(reply, context),
                  options);
    InFile file(reply, text);
    for (Diagnostic& found : report.diagnostics) file.place(found);
    for (Suppressed& found : report.suppressed) file.place(found.diagnostic);
    if (!text.problems.empty()) {
      std::vector<Diagnostic> problems = file.problems();
      report.diagnostics.insert(report.diagnostics.end(), std::make_move_iterator(problems.begin()),
                                std::make_move_iterator(problems.end()));
    }
  }
  report.diagnostics.insert(report.diagnostics.end(), reply.problems.begin(), reply.problems.end());
  std::stable_sort(
      report.diagnostics.begin(), report.diagnostics.end(),
      [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
  report.record = reply.record;
  return report;
}

SavedReplyFix fix(const Guide& guide, const SavedReply& reply, const Context& context,
                  const FixOptions& options) {
  SavedReplyFix result;
  if (!reply.has_text()) return result;
  Unescaped text;
  unescape(scalar_of(reply), text);
  const FixResult fixed =
      fix(guide, {reply.file.name, text.text, reply.syntax}, context_of(reply, context), options);
  auto edits = edits_in_file(scalar_of(reply), text, fixed.edits);
  if (!edits || edits->empty()) return result;
  result.edits = std::move(*edits);
  result.fixed = fixed.fixed;
  return result;
}

}  // namespace tonelint
