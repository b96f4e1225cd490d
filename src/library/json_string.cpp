#include "library/value.hpp"
#include "library/written.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// The four digits of `\uXXXX` at `at`, or -1.
int code_unit(std::string_view file, std::size_t at, std::size_t end) {
  if (at + 6 > end || file[at] != '\\' || file[at + 1] != 'u') return -1;
  int unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const int digit = hex_value(file[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

/// What `\n` and its like stand for; 0 for what is no escape.
char simple_escape(char letter) {
  switch (letter) {
    case '"':
    case '\\':
    case '/':
      return letter;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return 0;
  }
}

/// Reads the escape at `at`; returns how many bytes it takes.
std::uint32_t read_escape(std::string_view file, std::uint32_t at, std::uint32_t end,
                          Unescaped& out) {
  const char letter = at + 1 < end ? file[at + 1] : '\0';
  if (const char meant = simple_escape(letter); meant != 0) {
    out.text += meant;
    return 2;
  }
  const int unit = code_unit(file, at, end);
  const auto size = static_cast<std::uint32_t>(at + 1 < end ? 2 : 1);
  if (unit < 0) {
    out.problems.push_back(file_problem("input/bad-escape", Level::error, {at, at + size},
                                        "JSON knows no such escape. Write \\\\ for a backslash."));
    utf8::append(out.text, utf8::replacement);
    return size;
  }
  if (unit >= 0xD800 && unit < 0xDC00) {
    const int low = code_unit(file, at + 6, end);
    if (low >= 0xDC00 && low < 0xE000) {
      utf8::append(out.text,
                   static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)));
      return 12;
    }
  }
  if (unit >= 0xD800 && unit < 0xE000) {
    out.problems.push_back(file_problem("input/bad-escape", Level::warning, {at, at + 6},
                                        "This is half of a character: its other half is missing."));
  }
  utf8::append(out.text, static_cast<char32_t>(unit));
  return 6;
}

}  // namespace

void unescape_json(std::string_view file, Span written, Unescaped& out) {
  const std::uint32_t end = written.end - 1;  // the closing mark
  for (std::uint32_t at = written.begin + 1; at < end;) {
    const std::string_view rest = file.substr(at, end - at);
    const auto plain = static_cast<std::uint32_t>(std::min(rest.find('\\'), rest.size()));
    out.text += rest.substr(0, plain);
    out.map.verbatim(at, plain);
    at += plain;
    if (at == end) break;
    const std::size_t before = out.text.size();
    const std::uint32_t size = read_escape(file, at, end, out);
    out.map.replaced({at, at + size}, static_cast<std::uint32_t>(out.text.size() - before));
    at += size;
  }
}

std::string escape_json_string(std::string_view text, bool ascii) {
  std::string out;
  const auto unit = [&](std::uint32_t value) {
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += hex_digits[(value >> shift) & 0xF];
  };
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (byte == '"' || byte == '\\') {
      out += '\\';
      out += byte;
    } else if (byte == '\n') {
      out += "\\n";
    } else if (byte == '\r') {
      out += "\\r";
    } else if (byte == '\t') {
      out += "\\t";
    } else if (static_cast<unsigned char>(byte) < 0x20) {
      unit(static_cast<unsigned char>(byte));
    } else if (ascii && static_cast<unsigned char>(byte) >= 0x80) {
      const char32_t point = utf8::next(text, at);
      if (point >= 0x10000) {
        unit(0xD800 + ((point - 0x10000) >> 10));
        unit(0xDC00 + ((point - 0x10000) & 0x3FF));
      } else {
        unit(point);
      }
      continue;
    } else {
      out += byte;
    }
    ++at;
  }
  return out;
}

}  // namespace tonelint
