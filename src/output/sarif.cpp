#include <string>

#include "output/json_text.hpp"
#include "output/line_hashes.hpp"
#include "output/path_uri.hpp"
#include "output/places.hpp"
#include "output/record_name.hpp"
#include "output/sarif_rule.hpp"
#include "output/words_hash.hpp"
#include "output/writers.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint {
namespace {

/// GitHub refuses a file with more results in a run.
constexpr std::size_t most_results = 25'000;

/// Writes SARIF 2.1.0. The results come first and the tool with its rules behind them, because only
/// then is it known which rules found something.
class SarifWriter : public Writer {
 public:
  void begin(std::string& out) override {
    Json(out).raw(
        "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\n"
        "\"runs\":[{\"columnKind\":\"utf16CodeUnits\",\n"
        "\"originalUriBaseIds\":{\"%SRCROOT%\":{\"description\":{\"text\":\"The folder that "
        "tonelint was run in.\"}}},\n\"results\":[");
  }

  void reply(const Checked& checked, std::string& out) override {
    const Report& report = checked.report;
    if (!checked.same_source) built_ = false;
    if (report.diagnostics.empty() && report.suppressed.empty()) return;
    record_ = &report.record;
    source_ = checked.source.bytes;
    if (!built_) {
      places_.build(source_);
      hashes_.build(source_);
      words_.clear();
      built_ = true;
    }
    artifact_ = artifact_of(checked.source.name);
    for (const Diagnostic& found : report.diagnostics) add(out, report, found, nullptr);
    for (const Suppressed& each : report.suppressed) add(out, report, each.diagnostic, &each);
  }

  void end(const Summary&, std::string& out) override {
    Json json(out);
    json.raw("\n],\n\"tool\":{\"driver\":{\"name\":\"tonelint\",\"version\":").text(version());
    json.raw(",\"semanticVersion\":").text(version()).raw(",\"rules\":");
    rules_.write(json);
    json.raw("}},\n\"invocations\":[{\"executionSuccessful\":true");
    if (left_out_ > 0) {
      const std::string text = "These are the first " + std::to_string(most_results) +
                               " results; " + std::to_string(left_out_) +
                               " more are left out, because code scanning takes no more.";
      json.raw(",\"toolExecutionNotifications\":[{\"level\":\"warning\",\"message\":{\"text\":")
          .text(text)
          .raw("}}]");
    }
    json.raw("}]}]}\n");
  }

 private:
  static std::string artifact_of(std::string_view file) {
    std::string artifact = "{\"uri\":";
    append_json(artifact, path_uri(file));
    artifact += file.starts_with('/') ? "}" : ",\"uriBaseId\":\"%SRCROOT%\"}";
    return artifact;
  }

  void add(std::string& out, const Report& report, const Diagnostic& found,
           const Suppressed* suppressed) {
    if (written_ == most_results) {
      ++left_out_;
      return;
    }
    Json json(out);
    json.raw(written_ == 0 ? "\n" : ",\n");
    result(json, found, rules_.index(found, report.guide), suppressed);
    ++written_;
  }

  void result(Json& json, const Diagnostic& found, std::size_t rule, const Suppressed* suppressed) {
    json.raw("{\"ruleId\":").text(found.rule);
    json.member("ruleIndex", rule).member("level", sarif_level(found.level));
    json.raw(",\"message\":{\"text\":").text(with_name(*record_, found));
    json.raw("},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":").raw(artifact_);
    json.raw(",\"region\":");
    region(json, found.span, true);
    json.raw("}");
    logical_location(json, *record_);
    json.raw("}],\"partialFingerprints\":{\"primaryLocationLineHash\":");
    json.text(hashes_.text(places_.at(found.span.begin).line));
    json.member("wordsOfRule/v1", words_.text(found)).raw("}");
    related(json, found);
    fixes(json, found);
    suppressions(json, suppressed);
    json.raw("}");
  }

  /// An empty list says that a result is not suppressed; SARIF wants it for all results or none.
  static void suppressions(Json& json, const Suppressed* suppressed) {
    json.raw(",\"suppressions\":[");
    if (suppressed != nullptr) {
      const bool in_source = suppressed->by == Suppressed::By::comment;
      json.raw(in_source ? "{\"kind\":\"inSource\"" : "{\"kind\":\"external\"");
      if (!suppressed->reason.empty()) json.member("justification", suppressed->reason);
      json.raw("}");
    }
    json.raw("]");
  }

  /// The saved reply of a library.
  static void logical_location(Json& json, const Record& record) {
    if (record.empty()) return;
    json.raw(",\"logicalLocations\":[{\"name\":");
    json.text(!record.name.empty()     ? record.name
              : record.pointer.empty() ? record.id
                                       : record.pointer);
    if (!record.pointer.empty()) json.member("fullyQualifiedName", record.pointer);
    json.member("kind", "member");
    if (!record.id.empty()) json.raw(",\"properties\":{\"id\":").text(record.id).raw("}");
    json.raw("}]");
  }

  /// The replies that a finding compares this one with. Their files are not at hand, so columns
  /// count code points, which is the same unless an emoji stands before them in the line.
  static void related(Json& json, const Diagnostic& found) {
    if (found.related.empty()) return;
    json.raw(",\"relatedLocations\":").list(found.related, [&](const RelatedPlace& place) {
      json.raw("{\"physicalLocation\":{\"artifactLocation\":").raw(artifact_of(place.file));
      json.raw(",\"region\":{\"startLine\":").number(place.position.line);
      json.member("startColumn", place.position.column).raw("}}");
      logical_location(json, {place.name, place.id, {}});
      json.raw(",\"message\":{\"text\":").text("The other reply").raw("}}");
    });
  }

  void fixes(Json& json, const Diagnostic& found) {
    bool first = true;
    for (const Rewrite& rewrite : found.rewrites) {
      if (rewrite.edits.empty()) continue;  // it can only be shown
      json.raw(first ? ",\"fixes\":[" : ",");
      first = false;
      json.raw("{\"description\":{\"text\":");
      json.text(rewrite.text.empty() ? "Leave it out" : "Write “" + rewrite.text + "”");
      json.raw("},\"artifactChanges\":[{\"artifactLocation\":").raw(artifact_);
      json.raw(",\"replacements\":").list(rewrite.edits, [&](const Edit& edit) {
        json.raw("{\"deletedRegion\":");
        region(json, edit.span, false);
        json.raw(",\"insertedContent\":{\"text\":").text(edit.text).raw("}}");
      });
      json.raw(rewrite.safe ? "}],\"properties\":{\"safe\":true}}"
                            : "}],\"properties\":{\"safe\":false}}");
    }
    if (!first) json.raw("]");
  }

  void region(Json& json, Span span, bool with_snippet) {
    const Places::Place begin = places_.at(span.begin);
    const Places::Place end = places_.at(span.end);
    json.raw("{\"startLine\":").number(begin.line).member("startColumn", begin.utf16_column);
    json.member("endLine", end.line).member("endColumn", end.utf16_column);
    json.member("charOffset", begin.utf16).member("charLength", end.utf16 - begin.utf16);
    if (with_snippet && !span.empty()) {
      const std::string_view words = source_.substr(span.begin, span.end - span.begin);
      json.raw(",\"snippet\":{\"text\":").text(words).raw("}");
    }
    json.raw("}");
  }

  std::string_view source_;
  const Record* record_ = nullptr;
  bool built_ = false;    ///< What is worked out of the source is there.
  std::string artifact_;  ///< The location of the draft, as JSON.
  Places places_;
  LineHashes hashes_;
  SarifRules rules_;
  WordsHashes words_;
  std::size_t written_ = 0;
  std::size_t left_out_ = 0;
};

}  // namespace

std::unique_ptr<Writer> make_sarif(const OutputOptions&) { return std::make_unique<SarifWriter>(); }

}  // namespace tonelint
