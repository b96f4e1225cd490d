#include "input/entity.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/utf8.hpp"

namespace tonelint {
namespace {

struct Named {
  std::string_view name, text;
};
/// Those that editors write all the time; gumbo knows all 2231.
constexpr std::array common{
    Named{"nbsp;", "\u00A0"},   Named{"amp;", "&"},        Named{"lt;", "<"},
    Named{"gt;", ">"},          Named{"quot;", "\""},      Named{"apos;", "'"},
    Named{"rsquo;", "\u2019"},  Named{"lsquo;", "\u2018"}, Named{"rdquo;", "\u201D"},
    Named{"ldquo;", "\u201C"},  Named{"ndash;", "\u2013"}, Named{"mdash;", "\u2014"},
    Named{"hellip;", "\u2026"},
};

/// What browsers make of the numbers 128 to 159, which mean Windows-1252.
constexpr std::array<char16_t, 32> windows_1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

int digit_of(char byte) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
  if (byte >= 'A' && byte <= 'F') return byte - 'A' + 10;
  return 16;
}

/// "&#8217;" and "&#x2019;".
std::size_t decode_number(std::string_view text, std::string& out) {
  std::size_t at = 2;
  const bool hexadecimal = at < text.size() && (text[at] == 'x' || text[at] == 'X');
  if (hexadecimal) ++at;
  const int base = hexadecimal ? 16 : 10;
  const std::size_t digits = at;
  std::uint32_t number = 0;
  for (; at < text.size() && digit_of(text[at]) < base; ++at) {
    number = std::min(
        number * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit_of(text[at])),
        0x110000U);
  }
  if (at == digits) return 0;
  if (at < text.size() && text[at] == ';') ++at;
  if (number == 0) number = utf8::replacement;
  if (number >= 0x80 && number < 0xA0) number = windows_1252[number - 0x80];
  utf8::append(out, number);
  return at;
}

bool is_name_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9');
}

/// Asks gumbo what `text`, an ampersand and a name, reads as.
std::size_t decode_rare(std::string_view text, std::string& out) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.fragment_context = GUMBO_TAG_DIV;
  GumboOutput* const parsed = gumbo_parse_with_options(&options, text.data(), text.size());
  const GumboVector& nodes = parsed->root->v.element.children;
  std::size_t size = 0;
  if (nodes.length == 1) {
    const std::string_view read = static_cast<const GumboNode*>(nodes.data[0])->v.text.text;
    // What both end with was not part of the reference.
    const auto same = std::mismatch(text.rbegin(), text.rend(), read.rbegin(), read.rend());
    const auto tail = static_cast<std::size_t>(same.first - text.rbegin());
    if (tail < text.size()) {
      out.append(read.substr(0, read.size() - tail));
      size = text.size() - tail;
    }
  }
  gumbo_destroy_output(&options, parsed);
  return size;
}

}  // namespace

std::size_t decode_entity(std::string_view text, std::string& out) {
  if (text.starts_with("&#")) return decode_number(text, out);
  for (const Named& each : common) {
    if (!text.substr(1).starts_with(each.name)) continue;
    out.append(each.text);
    return each.name.size() + 1;
  }
  // The longest name has 31 letters.
  std::size_t end = 1;
  while (end < text.size() && end < 40 && is_name_byte(text[end])) ++end;
  if (end < 3) return 0;
  if (end < text.size() && text[end] == ';') ++end;
  return decode_rare(text.substr(0, end), out);
}

}  // namespace tonelint
