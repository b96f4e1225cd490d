#include <string>
#include <unordered_map>
#include <vector>

#include "output/json_text.hpp"
#include "output/record_name.hpp"
#include "output/writers.hpp"
#include "tonelint/offsets.hpp"
#include "tonelint/terminal.hpp"

// The files of the page, from report.S.
extern "C" {
extern const char tonelint_report_page[], tonelint_report_page_end[];
extern const char tonelint_report_style[], tonelint_report_style_end[];
extern const char tonelint_report_script[], tonelint_report_script_end[];
}

namespace tonelint {
namespace {

/// The part of the page up to a mark such as {style}; goes on behind it.
std::string_view up_to(std::string_view& page, std::string_view mark) {
  const std::size_t at = page.find(mark);
  const std::string_view part = page.substr(0, at);
  page.remove_prefix(at + mark.size());
  return part;
}

/// Writes a page that needs nothing else: its script draws what stands in it as JSON. Replies come
/// as they are checked; the rules they name come last.
class HtmlWriter : public Writer {
 public:
  void begin(std::string& out) override {
    out += up_to(rest_, "{style}");
    out += std::string_view(tonelint_report_style, tonelint_report_style_end);
    out += up_to(rest_, "{data}");
    out += "<script type=\"application/json\" id=\"replies\">[";
  }

  void reply(const Checked& checked, std::string& out) override {
    json_.clear();
    Json json(json_);
    json.raw(first_ ? "\n{\"file\":" : ",\n{\"file\":").text(checked.source.name);
    first_ = false;
    const Report& report = checked.report;
    const Record& record = report.record;
    if (!record.name.empty()) json.member("name", record.name);
    const std::string_view id = record.id.empty() ? checked.id : std::string_view(record.id);
    if (!id.empty()) json.member("id", id);
    if (!record.pointer.empty()) json.member("pointer", record.pointer);
    if (!record.folder.empty()) json.member("folder", record.folder);
    json.member("text", report.text).member("words", report.words);
    if (report.score) {
      json.member("score", report.score->overall);
      if (!report.score->gains.empty()) json.member("gain", report.score->gains.front().advice);
    }
    if (!report.diagnostics.empty()) {
      offsets_.build(report.text);
      json.raw(",\"findings\":").list(report.diagnostics, [&](const Diagnostic& found) {
        finding(json, found);
      });
    }
    json.raw("}");
    append_data(out);
  }

  void end(const Summary& summary, std::string& out) override {
    out += "\n]</script>\n<script type=\"application/json\" id=\"rules\">";
    json_.clear();
    Json json(json_);
    json.list(rules_, [&](const Rule& rule) {
      json.raw("\n{\"id\":").text(rule.id).member("category", rule.category);
      json.member("why", rule.why).member("link", rule.link).raw("}");
    });
    append_data(out);
    out += "</script>\n<script type=\"application/json\" id=\"run\">";
    json_.clear();
    json.raw("{\"version\":").text(version());
    json.member("fixable", summary.fixable).member("suppressed", summary.suppressed);
    json.member("skipped", summary.skipped).raw("}");
    append_data(out);
    out += "</script>";
    out += up_to(rest_, "{script}");
    out += std::string_view(tonelint_report_script, tonelint_report_script_end);
    out += rest_;
  }

 private:
  struct Rule {
    std::string id, category, why, link;
  };

  /// JSON in an element `script`: no text can end it, or begin a comment in it.
  void append_data(std::string& out) const {
    for (const char c : json_) {
      if (c == '<') {
        out += "\\u003c";
      } else {
        out += c;
      }
    }
  }

  std::size_t rule_of(const Diagnostic& found) {
    const auto [at, is_new] = rule_at_.try_emplace(std::string(found.rule), rules_.size());
    if (is_new) {
      rules_.push_back({std::string(found.rule), std::string(found.category),
                        std::string(found.why), std::string(found.link)});
    }
    return at->second;
  }

  void finding(Json& json, const Diagnostic& found) {
    const Offsets::Units begin = offsets_.at(found.in_text.begin);
    const Offsets::Units end = offsets_.at(found.in_text.end);
    json.raw("{\"rule\":").number(rule_of(found)).member("level", name_of(found.level));
    json.member("begin", begin.utf16).member("end", end.utf16);
    json.member("line", found.position.line).member("column", found.position.column);
    json.member("message", found.message + in_branch(found));
    if (!found.rewrites.empty()) {
      json.raw(",\"rewrites\":").list(found.rewrites, [&](const Rewrite& rewrite) {
        json.text(rewrite.text);
      });
      if (found.rewrites.front().safe) json.raw(",\"safe\":true");
    }
    if (!found.related.empty()) {
      json.raw(",\"related\":").list(found.related, [&](const RelatedPlace& place) {
        json.raw("{\"file\":").text(place.file);
        if (!place.name.empty()) json.member("name", place.name);
        if (!place.id.empty()) json.member("id", place.id);
        json.member("line", place.position.line).member("column", place.position.column).raw("}");
      });
    }
    json.raw("}");
  }

  std::string_view rest_{tonelint_report_page, tonelint_report_page_end};  ///< Not yet written.
  std::string json_;
  Offsets offsets_;
  std::vector<Rule> rules_;
  std::unordered_map<std::string, std::size_t> rule_at_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Writer> make_html(const OutputOptions&) { return std::make_unique<HtmlWriter>(); }

}  // namespace tonelint
