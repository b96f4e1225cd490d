#include "output/xml_text.hpp"

#include "text/utf8.hpp"

namespace tonelint {
namespace {

/// How an ASCII character is written that cannot stand for itself; empty: it can.
std::string_view escape_of(char c) {
  switch (c) {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '"':
      return "&quot;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    case '\t':
      return "&#9;";
    default:
      return static_cast<unsigned char>(c) < 0x20 ? utf8::replacement_bytes : std::string_view{};
  }
}

}  // namespace

void append_xml(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      const std::string_view escape = escape_of(text[at]);
      if (escape.empty()) {
        out += text[at];
      } else {
        out += escape;
      }
      ++at;
      continue;
    }
    const utf8::Decoded decoded = utf8::decode(text, at);
    const bool fits = decoded.valid && decoded.code_point < 0xFFFE;
    const bool beyond = decoded.valid && decoded.code_point >= 0x10000;
    out += fits || beyond ? text.substr(at, decoded.size) : utf8::replacement_bytes;
    at += decoded.size;
  }
}

void append_attribute(std::string& out, std::string_view key, std::string_view value) {
  out += ' ';
  out += key;
  out += "=\"";
  append_xml(out, value);
  out += '"';
}

void append_attribute(std::string& out, std::string_view key, std::size_t value) {
  append_attribute(out, key, std::to_string(value));
}

}  // namespace tonelint
