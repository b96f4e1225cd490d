#include <string>

#include "output/json_text.hpp"
#include "output/places.hpp"
#include "output/record_name.hpp"
#include "output/writers.hpp"

namespace tonelint {
namespace {

std::string_view rdjsonl_severity(Level level) {
  return level == Level::error ? "ERROR" : level == Level::warning ? "WARNING" : "INFO";
}

/// Writes one diagnostic of reviewdog's format to a line. Columns count bytes, and an end is not
/// part of its range.
class RdjsonlWriter : public Writer {
 public:
  void reply(const Checked& checked, std::string& out) override {
    const Report& report = checked.report;
    if (!checked.same_source) built_ = false;
    if (report.diagnostics.empty()) return;
    source_ = checked.source.bytes;
    if (!built_) places_.build(source_);
    built_ = true;
    for (const Diagnostic& found : report.diagnostics) {
      Json json(out);
      json.raw("{\"message\":");
      const std::string message = with_name(report.record, found);
      json.text(found.why.empty() ? message : message + " " + std::string(found.why));
      json.raw(",\"location\":{\"path\":").text(checked.source.name).raw(",\"range\":");
      range(json, found.span);
      json.raw("},\"severity\":").text(rdjsonl_severity(found.level));
      json.raw(",\"source\":{\"name\":\"tonelint\"},\"code\":{\"value\":").text(found.rule);
      if (!found.link.empty()) json.member("url", found.link);
      json.raw("}");
      suggestions(json, found);
      json.raw("}\n");
    }
  }

 private:
  void suggestions(Json& json, const Diagnostic& found) {
    bool first = true;
    for (const Rewrite& rewrite : found.rewrites) {
      if (rewrite.edits.empty()) continue;  // it can only be shown
      json.raw(first ? ",\"suggestions\":[" : ",");
      first = false;
      // A suggestion has one range: what stands between the edits is written again.
      const Span whole{rewrite.edits.front().span.begin, rewrite.edits.back().span.end};
      json.raw("{\"range\":");
      range(json, whole);
      json.raw(",\"text\":").text(with_edits(source_, rewrite.edits, whole)).raw("}");
    }
    if (!first) json.raw("]");
  }

  void range(Json& json, Span span) const {
    json.raw("{\"start\":");
    place(json, span.begin);
    json.raw(",\"end\":");
    place(json, span.end);
    json.raw("}");
  }

  void place(Json& json, std::uint32_t byte) const {
    const Places::Place at = places_.at(byte);
    json.raw("{\"line\":").number(at.line).member("column", at.byte_column).raw("}");
  }

  std::string_view source_;
  Places places_;
  bool built_ = false;  ///< `places_` are those of the source.
};

}  // namespace

std::unique_ptr<Writer> make_rdjsonl(const OutputOptions&) {
  return std::make_unique<RdjsonlWriter>();
}

}  // namespace tonelint
