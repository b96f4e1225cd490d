#include <string>

#include "output/record_name.hpp"
#include "output/writers.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint {
namespace {

/// Writes a line for each finding, as compilers do, which editors and `grep` take apart. Columns
/// count code points.
class LinesWriter : public Writer {
 public:
  explicit LinesWriter(const OutputOptions& options) : options_(options) {
    options_.colour = false;
  }

  void reply(const Checked& checked, std::string& out) override {
    for (const Diagnostic& found : checked.report.diagnostics) {
      if (options_.quiet && found.level == Level::suggestion) continue;
      TerminalText line(out, options_);
      line.add(Style::plain, checked.source.name);
      line.add(Style::plain, ":" + std::to_string(found.position.line) + ":" +
                                 std::to_string(found.position.column) + ": ");
      line.add(Style::plain, name_of(found.level));
      line.add(Style::plain, ": ");
      line.add(Style::plain, with_name(checked.report.record, found));
      line.add(Style::plain, " [");
      line.add(Style::plain, found.rule);
      line.add(Style::plain, "]");
      line.line_end();
    }
  }

 private:
  OutputOptions options_;
};

}  // namespace

std::unique_ptr<Writer> make_lines(const OutputOptions& options) {
  return std::make_unique<LinesWriter>(options);
}

}  // namespace tonelint
