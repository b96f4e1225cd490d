#include <string>

#include "output/better.hpp"
#include "output/record_name.hpp"
#include "output/writers.hpp"
#include "output/xml_text.hpp"

namespace tonelint {
namespace {

std::string_view checkstyle_severity(Level level) {
  return level == Level::error ? "error" : level == Level::warning ? "warning" : "info";
}

/// Writes the XML of Checkstyle. Columns count code points.
class CheckstyleWriter : public Writer {
 public:
  void begin(std::string& out) override {
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  }

  void reply(const Checked& checked, std::string& out) override {
    if (!checked.same_source) end_file(out);
    for (const Diagnostic& found : checked.report.diagnostics) {
      if (!open_) {
        out += "<file";
        append_attribute(out, "name", checked.source.name);
        out += ">\n";
        open_ = true;
      }
      std::string message = with_name(checked.report.record, found);
      if (const std::string better = better_of(found); !better.empty()) message += " " + better;
      out += "<error";
      append_attribute(out, "line", found.position.line);
      append_attribute(out, "column", found.position.column);
      append_attribute(out, "severity", checkstyle_severity(found.level));
      append_attribute(out, "message", message);
      append_attribute(out, "source", "tonelint." + std::string(found.rule));
      out += "/>\n";
    }
  }

  void end(const Summary&, std::string& out) override {
    end_file(out);
    out += "</checkstyle>\n";
  }

 private:
  void end_file(std::string& out) {
    if (open_) out += "</file>\n";
    open_ = false;
  }

  bool open_ = false;  ///< There is a file whose findings may go on.
};

}  // namespace

std::unique_ptr<Writer> make_checkstyle(const OutputOptions&) {
  return std::make_unique<CheckstyleWriter>();
}

}  // namespace tonelint
