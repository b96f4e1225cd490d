#include <string>

#include "output/json_text.hpp"
#include "output/writers.hpp"
#include "tonelint/offsets.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint {
namespace {

// Raised when a reader of the old form would misread the new one; new keys do not count.
constexpr std::string_view begin_of_run = R"({"version":1,"tool":{"name":"tonelint","version":)";

class JsonWriter : public Writer {
 public:
  void begin(std::string& out) override {
    Json(out).raw(begin_of_run).text(version()).raw("},\n\"replies\":[");
  }

  void reply(const Checked& checked, std::string& out) override {
    Json json(out);
    const Report& report = checked.report;
    const auto text = [&](std::string_view member) { json.text(member); };
    bytes_ = checked.source.bytes;
    if (!checked.same_source) built_ = false;
    if (!built_ && (!report.diagnostics.empty() || !report.suppressed.empty() || report.score)) {
      offsets_.build(bytes_);
      built_ = true;
    }
    json.raw(first_ ? "\n" : ",\n");
    first_ = false;
    json.raw("{\"name\":").text(checked.source.name);
    json.raw(",\"id\":").text(checked.id);
    json.raw(",\"guide\":{\"name\":").text(report.guide.name());
    json.raw(",\"hash\":").text(report.guide.hash_text()).raw("}");
    if (const Record& record = report.record; !record.empty()) {
      json.raw(",\"record\":{\"name\":").text(record.name);
      json.raw(",\"id\":").text(record.id).raw(",\"pointer\":").text(record.pointer).raw("}");
    }
    json.raw(",\"words\":").number(report.words);
    json.raw(",\"mood\":{\"kind\":").text(name_of(report.mood.kind));
    json.raw(",\"words\":").list(report.mood.words, text);
    json.raw(",\"upset\":").number(report.mood.upset);
    json.raw("},\"not_applicable\":").list(report.not_applicable, text);
    json.raw(",\"diagnostics\":").list(report.diagnostics, [&](const Diagnostic& found) {
      json.raw("\n  ");
      diagnostic(json, found);
      json.raw("}");
    });
    json.raw(",\"suppressed\":").list(report.suppressed, [&](const Suppressed& each) {
      json.raw("\n  ");
      diagnostic(json, each.diagnostic);
      json.raw(each.by == Suppressed::By::guide ? ",\"suppressed_by\":\"guide\""
                                                : ",\"suppressed_by\":\"comment\"");
      json.raw(",\"reason\":").text(each.reason).raw("}");
    });
    json.raw(",\n  \"score\":");
    if (report.score) {
      score(json, *report.score);
    } else {
      json.raw("null");
    }
    json.raw("}");
  }

  void end(const Summary& summary, std::string& out) override {
    Json json(out);
    json.raw("\n],\n\"summary\":{\"replies\":").number(summary.replies);
    json.raw(",\"clean\":").number(summary.clean);
    json.raw(",\"errors\":").number(summary.errors);
    json.raw(",\"warnings\":").number(summary.warnings);
    json.raw(",\"suggestions\":").number(summary.suggestions);
    json.raw(",\"fixable\":").number(summary.fixable);
    json.raw(",\"suppressed\":").number(summary.suppressed);
    json.raw(",\"skipped\":").number(summary.skipped);
    if (summary.other_languages > 0) {
      json.raw(",\"other_languages\":").number(summary.other_languages);
    }
    if (summary.known > 0) json.raw(",\"known\":").number(summary.known);
    json.raw("}}\n");
  }

 private:
  void score(Json& json, const Score& score) {
    json.raw("{\"overall\":").number(score.overall);
    json.raw(score.blocked ? ",\"blocked\":true" : ",\"blocked\":false");
    json.raw(",\"dimensions\":").list(score.dimensions, [&](const ScoreDimension& dimension) {
      json.raw("\n    {\"name\":").text(dimension.name);
      json.member("weight", dimension.weight).raw(",\"score\":");
      if (!dimension.applicable) {
        json.raw("null,\"start\":null,\"parts\":[]}");
        return;
      }
      json.number(dimension.score).member("start", dimension.start);
      json.raw(",\"parts\":").list(dimension.parts, [&](const ScorePart& part) {
        json.raw("{\"kind\":").text(name_of(part.kind)).member("name", part.name);
        json.member("points", part.points).member("words", part.words);
        place(json, part.kind != ScorePart::Kind::missing, part.position, part.span);
      });
      json.raw("}");
    });
    json.raw(",\"gains\":").list(score.gains, [&](const ScoreGain& gain) {
      json.raw("\n    {\"points\":").number(gain.points).member("dimension", gain.dimension);
      json.member("name", gain.name).member("advice", gain.advice);
      place(json, !gain.missing, gain.position, gain.span);
    });
    json.raw("}");
  }

  /// Ends an object with where its words stand, or null where there are none.
  void place(Json& json, bool is_there, Position begin, Span words) {
    if (!is_there) {
      json.raw(",\"begin\":null,\"end\":null,\"span\":null}");
      return;
    }
    json.raw(",\"begin\":");
    position(json, begin);
    json.raw(",\"end\":");
    position(json, end_of(bytes_, words, begin));
    json.raw(",\"span\":");
    span(json, words);
    json.raw("}");
  }

  /// All but the brace that ends it.
  void diagnostic(Json& json, const Diagnostic& found) {
    const Position end = end_of(bytes_, found.span, found.position);
    json.raw("{\"rule\":").text(found.rule);
    json.raw(",\"level\":").text(name_of(found.level));
    json.raw(",\"category\":").text(found.category);
    json.raw(",\"message\":").text(found.message);
    json.raw(",\"why\":").text(found.why);
    json.raw(",\"link\":").text(found.link);
    json.raw(",\"match\":").text(found.match);
    if (!found.branch.empty()) json.raw(",\"branch\":").text(found.branch);
    json.raw(",\"begin\":");
    position(json, found.position);
    json.raw(",\"end\":");
    position(json, end);
    json.raw(",\"span\":");
    span(json, found.span);
    json.raw(",\"rewrites\":").list(found.rewrites, [&](const Rewrite& rewrite) {
      json.raw("{\"text\":").text(rewrite.text);
      json.raw(rewrite.safe ? ",\"safe\":true" : ",\"safe\":false");
      json.raw(",\"edits\":").list(rewrite.edits, [&](const Edit& edit) {
        json.raw("{\"span\":");
        span(json, edit.span);
        json.raw(",\"text\":").text(edit.text).raw("}");
      });
      json.raw("}");
    });
    if (found.related.empty()) return;
    json.raw(",\"related\":").list(found.related, [&](const RelatedPlace& place) {
      json.raw("{\"file\":").text(place.file).raw(",\"begin\":");
      position(json, place.position);
      json.member("name", place.name).member("id", place.id).raw("}");
    });
  }

  static void position(Json& json, Position place) {
    json.row("{\"line\":", place.line, ",\"column\":", place.column, "}");
  }

  void span(Json& json, Span span) const {
    const Offsets::Units begin = offsets_.at(span.begin);
    const Offsets::Units end = span.empty() ? begin : offsets_.at(span.end);
    json.row("{\"bytes\":[", span.begin, ",", span.end, "],\"code_points\":[", begin.code_points,
             ",", end.code_points, "],\"utf16\":[", begin.utf16, ",", end.utf16, "]}");
  }

  std::string_view bytes_;
  Offsets offsets_;
  bool built_ = false;  ///< `offsets_` are those of the source.
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Writer> make_json(const OutputOptions&) { return std::make_unique<JsonWriter>(); }

}  // namespace tonelint
