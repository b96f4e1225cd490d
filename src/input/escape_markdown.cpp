#include <string>

#include "input/syntaxes.hpp"

namespace tonelint {
namespace {

constexpr bool is_word(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || static_cast<unsigned char>(byte) >= 0x80;
}

/// Whether the sign at `at` may begin or end something of Markdown, wherever it stands.
bool is_active(std::string_view text, std::size_t at) {
  const char next = at + 1 < text.size() ? text[at + 1] : ' ';
  switch (text[at]) {
    case '*':
    case '`':
    case '[':
    case ']':
    case '~':
    case '|':
      return true;
    case '_':
      // Between letters it is only a sign: first_name.
      return at == 0 || !is_word(text[at - 1]) || !is_word(next);
    case '\\':
      return true;
    case '<':
      return is_word(next) || next == '/' || next == '!' || next == '?';
    case '&':
      return is_word(next) || next == '#';
    default:
      return false;
  }
}

/// Whether the sign at `at` begins a block when only `line` stands before it in its line.
bool begins_block(std::string_view text, std::size_t at, std::string_view line) {
  const char next = at + 1 < text.size() ? text[at + 1] : '\n';
  const bool ends_word = next == ' ' || next == '\t' || next == '\n' || next == '\r';
  switch (text[at]) {
    case '#':
      return line.empty() || line.find_first_not_of('#') == std::string_view::npos;
    case '>':
    case '=':
      return line.empty();
    case '-':
    case '+':
      return line.empty() && (ends_word || next == text[at]);
    case '.':
    case ')':
      return !line.empty() && ends_word && line.size() <= 9 &&
             line.find_first_not_of("0123456789") == std::string_view::npos;
    default:
      return false;
  }
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  std::string out;
  std::size_t line_begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view line = text.substr(line_begin, at - line_begin);
    if (is_active(text, at) || begins_block(text, at, line)) out += '\\';
    out += text[at];
    if (text[at] == '\n') line_begin = at + 1;
  }
  return out;
}

}  // namespace tonelint
