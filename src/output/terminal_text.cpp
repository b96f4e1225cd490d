#include <algorithm>

#include "text/columns.hpp"
#include "tonelint/terminal.hpp"

namespace tonelint {
namespace {

// Lines of prose longer than this are tiring to read, however wide the window.
constexpr std::size_t widest_prose = 96;

std::string_view code_of(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::strong:
      return "1";
    case Style::faint:
      return "2";
    case Style::error:
      return "1;31";
    case Style::warning:
      return "1;33";
    case Style::suggestion:
      return "1;36";
    case Style::good:
      return "32";
  }
  return "";
}

bool is_space(char c) {
  return static_cast<unsigned char>(c) <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t');
}

}  // namespace

Style style_of(Level level) {
  switch (level) {
    case Level::suggestion:
      return Style::suggestion;
    case Level::warning:
      return Style::warning;
    case Level::error:
      return Style::error;
  }
  return Style::plain;
}

TerminalText::TerminalText(std::string& out, const OutputOptions& options)
    : out_(out), width_(std::max(options.width, 20u)), colour_(options.colour) {}

void TerminalText::begin(Style style, bool underlined) {
  const std::string_view code = code_of(style);
  if (!colour_ || (code.empty() && !underlined)) return;
  out_ += "\x1b[";
  out_ += code;
  if (underlined) out_ += code.empty() ? "4" : ";4";
  out_ += 'm';
}

void TerminalText::end(Style style, bool underlined) {
  if (colour_ && (style != Style::plain || underlined)) out_ += "\x1b[0m";
}

void TerminalText::put(std::string_view text) {
  while (true) {
    const std::size_t plain = plain_prefix(text);
    out_.append(text.data(), plain);
    column_ += plain;
    text.remove_prefix(plain);
    if (text.empty()) return;
    const Cell cell = next_cell(text);
    append_cell(out_, text, cell);
    column_ += cell.columns;
    text.remove_prefix(cell.size);
  }
}

void TerminalText::add(Style style, std::string_view text, bool underlined) {
  if (text.empty()) return;
  begin(style, underlined);
  put(text);
  end(style, underlined);
}

void TerminalText::wrap(Style style, std::string_view text, std::size_t indent) {
  const std::size_t width = std::min(width_, widest_prose);
  if (column_ < indent) tab_to(indent);
  bool line_begins = column_ <= indent;
  begin(style, false);
  std::size_t at = 0;
  while (true) {
    while (at < text.size() && is_space(text[at])) ++at;
    if (at == text.size()) break;
    const std::size_t word_begin = at;
    while (at < text.size() && !is_space(text[at])) ++at;
    const std::string_view word = text.substr(word_begin, at - word_begin);
    const bool is_plain = plain_prefix(word) == word.size();
    const std::size_t columns = is_plain ? word.size() : columns_of(word);
    if (!line_begins && column_ + 1 + columns > width) {
      end(style, false);
      line_end();
      tab_to(indent);
      begin(style, false);
    } else if (!line_begins) {
      out_ += ' ';
      ++column_;
    }
    if (is_plain) {
      out_ += word;
      column_ += columns;
    } else {
      put(word);
    }
    line_begins = false;
  }
  end(style, false);
}

void TerminalText::tab_to(std::size_t column) {
  const std::size_t spaces = column >= column_ ? column - column_ : 1;
  out_.append(spaces, ' ');
  column_ += spaces;
}

void TerminalText::line_end() {
  out_ += '\n';
  column_ = 0;
}

}  // namespace tonelint
