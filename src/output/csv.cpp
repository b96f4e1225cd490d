#include <string>

#include "output/record_name.hpp"
#include "output/writers.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

/// A cell of RFC 4180, in quotation marks where it needs them. A spreadsheet takes what begins with
/// one of = + - @ for a formula, so an apostrophe goes before it: a draft must not be able to make
/// the report do something.
void append_cell(std::string& out, std::string_view text) {
  const bool formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  const bool quoted = formula || text.find_first_of(",\"\r\n") != std::string_view::npos;
  if (quoted) out += '"';
  if (formula) out += '\'';
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    if (text[at] == '"') out += '"';
    const bool shown = decoded.valid && text[at] != '\0';
    out += shown ? text.substr(at, decoded.size) : utf8::replacement_bytes;
    at += decoded.size;
  }
  if (quoted) out += '"';
}

/// Writes a row for each finding, and a byte order mark before them: without it spreadsheets read
/// UTF-8 as something else. Columns count code points.
class CsvWriter : public Writer {
 public:
  void begin(std::string& out) override {
    out += utf8::byte_order_mark;
    out +=
        "file,line,column,level,rule,category,reply,id,words,message,rewrite,rewrite_is_safe\r\n";
  }

  void reply(const Checked& checked, std::string& out) override {
    const Report& report = checked.report;
    for (const Diagnostic& found : report.diagnostics) {
      append_cell(out, checked.source.name);
      out += ',' + std::to_string(found.position.line);
      out += ',' + std::to_string(found.position.column);
      const Rewrite* best = found.rewrites.empty() ? nullptr : &found.rewrites.front();
      const auto& record = report.record;
      const std::string message = found.message + in_branch(found);
      for (const std::string_view cell :
           {name_of(found.level), found.rule, found.category, std::string_view(record.name),
            std::string_view(record.id.empty() ? checked.id : record.id),
            std::string_view(found.match), std::string_view(message),
            best == nullptr ? std::string_view() : std::string_view(best->text),
            best == nullptr ? std::string_view()
            : best->safe    ? std::string_view("yes")
                            : std::string_view("no")}) {
        out += ',';
        append_cell(out, cell);
      }
      out += "\r\n";
    }
  }
};

}  // namespace

std::unique_ptr<Writer> make_csv(const OutputOptions&) { return std::make_unique<CsvWriter>(); }

}  // namespace tonelint
