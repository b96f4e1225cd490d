#include <string>

#include "output/better.hpp"
#include "output/record_name.hpp"
#include "output/writers.hpp"
#include "output/xml_text.hpp"

namespace tonelint {
namespace {

/// Writes JUnit XML: a suite for each file, a test for each reply. A reply with errors or warnings
/// has failed; suggestions are said and do no harm. A suite tells its counts before its tests, so
/// it is kept until it is whole. There are no times, so that the same run gives the same bytes.
class JunitWriter : public Writer {
 public:
  void begin(std::string& out) override {
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tonelint\">\n";
  }

  void reply(const Checked& checked, std::string& out) override {
    if (!checked.same_source) {
      end_suite(out);
      name_ = checked.source.name;
    }
    ++tests_;
    const Report& report = checked.report;
    const std::string record = name_of(report.record);
    tests_text_ += "<testcase";
    append_attribute(tests_text_, "name", record.empty() ? name_ : record);
    append_attribute(tests_text_, "classname", name_);
    if (report.diagnostics.empty()) {
      tests_text_ += "/>\n";
      return;
    }
    tests_text_ += '>';
    add_findings(report);
    tests_text_ += "</testcase>\n";
  }

  void end(const Summary&, std::string& out) override {
    end_suite(out);
    out += "</testsuites>\n";
  }

 private:
  void add_findings(const Report& report) {
    const Diagnostic* worst = &report.diagnostics.front();
    for (const Diagnostic& found : report.diagnostics) {
      if (found.level > worst->level) worst = &found;
    }
    const bool fails = worst->level != Level::suggestion;
    if (fails) {
      ++failures_;
      std::string message = worst->message;
      if (const std::size_t more = report.diagnostics.size() - 1; more > 0) {
        message += " (and " + std::to_string(more) + " more)";
      }
      tests_text_ += "<failure";
      append_attribute(tests_text_, "type", worst->rule);
      append_attribute(tests_text_, "message", message);
      tests_text_ += '>';
    } else {
      tests_text_ += "<system-out>";
    }
    for (const Diagnostic& found : report.diagnostics) add_finding(found);
    tests_text_ += fails ? "</failure>" : "</system-out>";
  }

  void add_finding(const Diagnostic& found) {
    append_xml(tests_text_, name_);
    tests_text_ += ':' + std::to_string(found.position.line) + ':' +
                   std::to_string(found.position.column) + ": ";
    tests_text_ += name_of(found.level);
    tests_text_ += ": ";
    append_xml(tests_text_, found.message + in_branch(found));
    tests_text_ += " [";
    append_xml(tests_text_, found.rule);
    tests_text_ += "]\n";
    if (const std::string better = better_of(found); !better.empty()) {
      tests_text_ += "  ";
      append_xml(tests_text_, better);
      tests_text_ += '\n';
    }
  }

  void end_suite(std::string& out) {
    if (tests_ == 0) return;
    out += "<testsuite";
    append_attribute(out, "name", name_);
    append_attribute(out, "tests", tests_);
    append_attribute(out, "failures", failures_);
    append_attribute(out, "errors", std::size_t{0});
    out += ">\n";
    out += tests_text_;
    out += "</testsuite>\n";
    tests_text_.clear();
    tests_ = failures_ = 0;
  }

  std::string name_, tests_text_;
  std::size_t tests_ = 0, failures_ = 0;
};

}  // namespace

std::unique_ptr<Writer> make_junit(const OutputOptions&) { return std::make_unique<JunitWriter>(); }

}  // namespace tonelint
