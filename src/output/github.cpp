#include <array>
#include <string>

#include "output/places.hpp"
#include "output/record_name.hpp"
#include "output/writers.hpp"

namespace tonelint {
namespace {

/// A step of a workflow shows ten annotations of each level. One notice is kept for the summary.
constexpr std::array<std::size_t, 3> most{9, 10, 10};

std::string_view command_of(Level level) {
  return level == Level::error ? "error" : level == Level::warning ? "warning" : "notice";
}

/// Escapes what would end a message, or in a property the property.
void append_escaped(std::string& out, std::string_view text, bool property) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : text) {
    const bool ends_property = property && (c == ':' || c == ',');
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || byte < 0x20 || ends_property) {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 0xF];
    } else {
      out += c;
    }
  }
}

/// Text for the log alone: one line, and no command in it (`##[…]` is one anywhere in a line).
void append_harmless(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    if (c == '#' && at + 1 < text.size() && text[at + 1] == '#') out += ' ';
  }
}

/// Writes workflow commands, from which GitHub makes annotations. Findings beyond those it shows
/// stand in the log, and a last annotation says so.
class GithubWriter : public Writer {
 public:
  void reply(const Checked& checked, std::string& out) override {
    if (!checked.same_source) built_ = false;
    if (checked.report.diagnostics.empty()) return;
    if (!built_) places_.build(checked.source.bytes);
    built_ = true;
    for (const Diagnostic& found : checked.report.diagnostics) {
      std::size_t& count = counts_[static_cast<std::size_t>(found.level)];
      if (++count <= most[static_cast<std::size_t>(found.level)]) {
        annotation(checked, found, out);
      } else {
        line_of_log(checked, found, out);
        ++not_shown_;
      }
    }
  }

  void end(const Summary& summary, std::string& out) override {
    if (not_shown_ == 0) return;
    out += "::notice title=tonelint::" + counted(summary.errors, "error") + ", " +
           counted(summary.warnings, "warning") + " and " +
           counted(summary.suggestions, "suggestion") + " in all. " + std::to_string(not_shown_) +
           " of them stand only in the log of this step, because GitHub shows ten of each.\n";
  }

 private:
  void annotation(const Checked& checked, const Diagnostic& found, std::string& out) const {
    const Places::Place begin = places_.at(found.span.begin);
    const Places::Place end = places_.at(found.span.end);
    const auto property = [&](std::string_view key, std::size_t value) {
      out += key;
      out += std::to_string(value);
    };
    out += "::";
    out += command_of(found.level);
    out += " file=";
    append_escaped(out, checked.source.name, true);
    property(",line=", begin.line);
    property(",endLine=", end.line);
    if (begin.line == end.line) {  // else GitHub takes no columns
      property(",col=", begin.utf16_column);
      property(",endColumn=", end.utf16_column);
    }
    out += ",title=";
    append_escaped(out, found.rule, true);
    out += "::";
    append_escaped(out, with_name(checked.report.record, found), false);
    if (!found.rewrites.empty()) {
      const std::string& better = found.rewrites.front().text;
      append_escaped(out, better.empty() ? "\nBetter left out." : "\nBetter: " + better, false);
    }
    if (!found.why.empty()) {
      out += "%0A";
      append_escaped(out, found.why, false);
    }
    out += '\n';
  }

  void line_of_log(const Checked& checked, const Diagnostic& found, std::string& out) const {
    const Places::Place place = places_.at(found.span.begin);
    out += name_of(found.level);  // first, so that no name of a file begins a command
    out += ' ';
    append_harmless(out, checked.source.name);
    out += ':' + std::to_string(place.line) + ':' + std::to_string(place.utf16_column) + ' ';
    append_harmless(out, found.rule);
    out += ": ";
    append_harmless(out, with_name(checked.report.record, found));
    out += '\n';
  }

  Places places_;
  bool built_ = false;  ///< `places_` are those of the source.
  std::array<std::size_t, 3> counts_{};
  std::size_t not_shown_ = 0;
};

}  // namespace

std::unique_ptr<Writer> make_github(const OutputOptions&) {
  return std::make_unique<GithubWriter>();
}

}  // namespace tonelint
