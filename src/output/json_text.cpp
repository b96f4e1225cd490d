#include "text/json_plain.hpp"
#include "text/utf8.hpp"
#include "tonelint/output.hpp"

namespace tonelint {
namespace {

void append_escape(std::string& out, unsigned char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += digits[c >> 4];
      out += digits[c & 0xF];
  }
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;  // what stands before it is in `out`
  std::size_t at = 0;
  const auto flush = [&] { out.append(text, copied, at - copied); };
  while (true) {
    at += json_plain_prefix(text.substr(at));
    if (at == text.size()) break;
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) {
      flush();
      append_escape(out, c);
      copied = ++at;
      continue;
    }
    const utf8::Decoded decoded = utf8::decode(text, at);
    // C1 controls are escaped like C0: a report may well be looked at in a terminal.
    const bool is_control = decoded.valid && decoded.code_point < 0xA0;
    if (!decoded.valid || is_control) {
      flush();
      if (is_control) {
        append_escape(out, static_cast<unsigned char>(decoded.code_point));
      } else {
        out += utf8::replacement_bytes;
      }
      copied = at + decoded.size;
    }
    at += decoded.size;
  }
  flush();
  out += '"';
}

}  // namespace tonelint
