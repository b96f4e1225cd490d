#include <string>

#include "output/better.hpp"
#include "output/json_text.hpp"
#include "output/record_name.hpp"
#include "output/words_hash.hpp"
#include "output/writers.hpp"
#include "tonelint/baseline.hpp"

namespace tonelint {
namespace {

std::string_view gitlab_severity(Level level) {
  return level == Level::error ? "major" : level == Level::warning ? "minor" : "info";
}

/// Writes a Code Quality report. GitLab shows the description alone, so it tells the reply, the
/// rule and the rewrite as well, and it takes two findings with one fingerprint for the same.
class GitlabWriter : public Writer {
 public:
  void begin(std::string& out) override { out += '['; }

  void reply(const Checked& checked, std::string& out) override {
    const Report& report = checked.report;
    if (!checked.same_source) words_.clear();
    const std::string_view path = Baseline::plain(checked.source.name);
    const Record& record = report.record;
    const std::string& known_by = !record.id.empty()     ? record.id
                                  : !record.name.empty() ? record.name
                                                         : record.pointer;
    const std::uint64_t where = hashed(known_by, hashed(path) * 31);
    for (const Diagnostic& found : report.diagnostics) {
      Json json(out);
      json.raw(first_ ? "\n" : ",\n");
      first_ = false;
      std::string description = with_name(record, found);
      if (const std::string better = better_of(found); !better.empty()) description += " " + better;
      json.raw("{\"description\":").text(description + " (" + std::string(found.rule) + ")");
      json.member("check_name", found.rule).member("fingerprint", words_.text(found, where));
      json.member("severity", gitlab_severity(found.level));
      json.raw(",\"location\":{\"path\":").text(path);
      json.raw(",\"lines\":{\"begin\":").number(found.position.line).raw("}}}");
    }
  }

  void end(const Summary&, std::string& out) override { out += first_ ? "]\n" : "\n]\n"; }

 private:
  WordsHashes words_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Writer> make_gitlab(const OutputOptions&) {
  return std::make_unique<GitlabWriter>();
}

}  // namespace tonelint
