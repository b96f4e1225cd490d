#include <algorithm>

#include "c_api/handles.hpp"
#include "tonelint/offsets.hpp"

namespace tonelint::c_api {
namespace {

static_assert(static_cast<int>(Level::suggestion) == TONELINT_SUGGESTION);
static_assert(static_cast<int>(Level::warning) == TONELINT_WARNING);
static_assert(static_cast<int>(Level::error) == TONELINT_ERROR);

/// Fills the structures of a report, for which room has been made: they point into each other.
class Exposure {
 public:
  explicit Exposure(tonelint_report& report) : report_(report) {
    const auto& all = report.report.diagnostics;
    std::size_t rewrites = 0;
    std::size_t edits = 0;
    for (const Diagnostic& each : all) {
      rewrites += each.rewrites.size();
      for (const Rewrite& rewrite : each.rewrites) edits += rewrite.edits.size();
    }
    report.diagnostics.reserve(all.size());
    report.rewrites.reserve(rewrites);
    report.edits.reserve(edits);
  }

  /// The text in which what is added next has its places.
  void read(std::string_view bytes) {
    bytes_ = bytes;
    offsets_.build(bytes);
  }

  void add(const Diagnostic& from, std::string_view file) {
    const Position end = end_of(bytes_, from.span, from.position);
    tonelint_diagnostic found{};
    found.rule = view_of(from.rule);
    found.level = static_cast<tonelint_level>(from.level);
    found.bytes = {from.span.begin, from.span.end};
    found.utf16 = utf16(from.span);
    found.line = from.position.line;
    found.column = from.position.column;
    found.end_line = end.line;
    found.end_column = end.column;
    found.message = view_of(from.message);
    found.match = view_of(from.match);
    found.why = view_of(from.why);
    found.category = view_of(from.category);
    found.link = view_of(from.link);
    found.file = view_of(file);
    found.rewrites = report_.rewrites.data() + report_.rewrites.size();
    found.rewrites_size = from.rewrites.size();
    for (const Rewrite& rewrite : from.rewrites) add(rewrite);
    report_.diagnostics.push_back(found);
  }

 private:
  void add(const Rewrite& from) {
    report_.rewrites.push_back({view_of(from.text), from.safe ? 1 : 0,
                                report_.edits.data() + report_.edits.size(), from.edits.size()});
    for (const Edit& edit : from.edits) {
      report_.edits.push_back(
          {{edit.span.begin, edit.span.end}, utf16(edit.span), view_of(edit.text)});
    }
  }

  [[nodiscard]] tonelint_span utf16(Span span) const {
    return {offsets_.at(span.begin).utf16, offsets_.at(span.end).utf16};
  }

  tonelint_report& report_;
  std::string_view bytes_;
  Offsets offsets_;
};

}  // namespace

void expose(tonelint_report& report, std::string_view bytes) {
  Exposure exposure(report);
  exposure.read(bytes);
  for (const Diagnostic& each : report.report.diagnostics) exposure.add(each, {});
}

std::unique_ptr<tonelint_report> problems_report(const std::vector<GuideProblem>& problems,
                                                 const std::vector<NamedText>& texts) {
  auto made = std::make_unique<tonelint_report>(Report{.guide = Guide(nullptr)});
  for (const GuideProblem& problem : problems) {
    made->report.diagnostics.push_back(problem.diagnostic);
    made->files.push_back(problem.file);
  }
  Exposure exposure(*made);
  for (std::size_t i = 0; i < problems.size(); ++i) {
    const std::string& file = made->files[i];
    if (i == 0 || file != made->files[i - 1]) {
      const auto text = std::find_if(texts.begin(), texts.end(),
                                     [&](const NamedText& each) { return each.name == file; });
      exposure.read(text == texts.end() ? std::string_view{} : text->bytes);
    }
    exposure.add(made->report.diagnostics[i], file);
  }
  return made;
}

}  // namespace tonelint::c_api

using tonelint::c_api::view_of;

size_t tonelint_report_count(const tonelint_report* report) {
  return report == nullptr ? 0 : report->diagnostics.size();
}

const tonelint_diagnostic* tonelint_report_diagnostic(const tonelint_report* report, size_t index) {
  return index < tonelint_report_count(report) ? &report->diagnostics[index] : nullptr;
}

size_t tonelint_report_words(const tonelint_report* report) {
  return report == nullptr ? 0 : report->report.words;
}

tonelint_string tonelint_report_mood(const tonelint_report* report) {
  return view_of(
      name_of(report == nullptr ? tonelint::Mood::Kind::neutral : report->report.mood.kind));
}

tonelint_string tonelint_report_fixed(const tonelint_report* report) {
  return report == nullptr ? tonelint_string{} : view_of(report->fixed);
}

size_t tonelint_report_fixed_count(const tonelint_report* report) {
  return report == nullptr ? 0 : report->fixed_count;
}

void tonelint_report_free(tonelint_report* report) { delete report; }
