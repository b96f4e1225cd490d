#include "document/placeholder.hpp"

#include <algorithm>

#include "document/character.hpp"
#include "document/word_list.hpp"
#include "text/template_tags.hpp"

namespace tonelint {

namespace {

bool is_digit(char c) { return character::traits(c) & character::digit; }
bool is_upper(char c) { return character::traits(c) & character::upper; }

/// What people write between brackets for a colleague to fill in.
constexpr WordList fill_in({
    // clang-format off
    "name", "firstname", "lastname", "fullname", "username", "surname", "date", "dates", "time",
    "number", "amount", "insert", "your", "id", "url", "link", "reason", "customer", "client",
    "agent", "company", "product", "recipient", "ticket", "order", "xx", "xxx", "missing",
    "enter", "add", "placeholder",
});  // clang-format on

/// HTML's short element names, which are no names to fill in.
constexpr WordList elements({
    // clang-format off
    "a", "b", "blockquote", "body", "br", "button", "code", "details", "div", "em", "font",
    "form", "h", "head", "hr", "html", "i", "img", "input", "kbd", "li", "link", "meta", "ol",
    "p", "pre", "s", "script", "small", "span", "style", "sub", "summary", "sup", "svg", "table",
    "tbody", "td", "th", "title", "tr", "u", "ul", "video", "strong",
});  // clang-format on

/// The end of `at`'s bracket: behind `close`, which follows within `limit` bytes with nothing of
/// `without` between. 0 if there is none.
std::uint32_t closed(std::string_view text, std::uint32_t from, std::string_view close,
                     std::string_view without, std::size_t limit) {
  const std::string_view rest = text.substr(from, limit);
  const std::size_t end = rest.find(close);
  if (end == std::string_view::npos || end == 0) return 0;
  if (rest.substr(0, end).find_first_of(without) != std::string_view::npos) return 0;
  return from + static_cast<std::uint32_t>(end + close.size());
}

/// Letters, digits, spaces and what names are made with, beginning with a letter.
bool is_name(std::string_view inside) {
  return !inside.empty() && character::is_letter(inside[0]) &&
         std::all_of(inside.begin(), inside.end(), [](char c) {
           return character::traits(c) & character::word ||
                  std::string_view(" .-'/").find(c) != std::string_view::npos;
         });
}

bool is_liquid_tag(std::string_view inside) {
  std::size_t begin = inside.find_first_not_of("- \t\n\xC2\xA0");
  if (begin == std::string_view::npos) return true;
  std::size_t end = begin;
  while (end < inside.size() && (character::is_letter(inside[end]) || inside[end] == '.')) ++end;
  return is_template_word(inside.substr(begin, end - begin));
}

/// "[NAME]", "[first name]", "[Insert reason]", but not "[sic]", "[OK]", "[1]" or "[Settings]".
bool is_fill_in(std::string_view inside) {
  if (!character::is_letter(inside[0])) return false;
  bool lower = false;
  bool space = false;
  bool underscore = false;
  std::string_view rest = inside;
  char folded[16];
  while (!rest.empty()) {
    std::size_t size = 0;
    while (size < rest.size() && character::is_letter(rest[size])) {
      if (size < sizeof folded) folded[size] = static_cast<char>(rest[size] | 0x20);
      lower = lower || !is_upper(rest[size]);
      ++size;
    }
    if (size > 0 && size <= sizeof folded && fill_in.contains({folded, size})) return true;
    if (size == rest.size()) break;
    space = space || rest[size] == ' ';
    underscore = underscore || rest[size] == '_';
    rest.remove_prefix(size + 1);
  }
  return underscore || (!lower && (space || inside.size() >= 4));
}

std::uint32_t brace(std::string_view text, std::uint32_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("{{")) return closed(text, at + 2, "}}", "{\n", 200);
  const std::uint32_t end = closed(text, at + 1, "}", "{\n", 60);
  if (end == 0) return 0;
  const std::string_view inside = text.substr(at + 1, end - at - 2);
  return is_name(inside) || std::all_of(inside.begin(), inside.end(), is_digit) ? end : 0;
}

std::uint32_t bracket(std::string_view text, std::uint32_t at) {
  if (text.substr(at).starts_with("[[")) return closed(text, at + 2, "]]", "[]\n", 100);
  const std::uint32_t end = closed(text, at + 1, "]", "[\n", 42);
  if (end == 0 || !is_fill_in(text.substr(at + 1, end - at - 2))) return 0;
  if (end < text.size() && (text[end] == '(' || text[end] == '[')) return 0;  // A Markdown link.
  return end;
}

std::uint32_t percent(std::string_view text, std::uint32_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("%{")) return closed(text, at + 2, "}", "{\n", 120);
  if (rest.starts_with("%7B") || rest.starts_with("%7b")) {
    const std::uint32_t end = closed(text, at + 3, "%7D", "% \n", 120);
    return end != 0 ? end : closed(text, at + 3, "%7d", "% \n", 120);
  }
  if (at > 0 && character::traits(text[at - 1]) & character::word) return 0;  // "50%"
  const std::uint32_t end = closed(text, at + 1, "%", " \n", 60);
  if (end == 0) return 0;
  const std::string_view inside = text.substr(at + 1, end - at - 2);
  return inside.size() > 1 && is_name(inside) ? end : 0;
}

std::uint32_t angle(std::string_view text, std::uint32_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("<<")) {
    const std::uint32_t end = closed(text, at + 2, ">>", "<\n", 60);
    return end != 0 && is_name(text.substr(at + 2, end - at - 4)) ? end : 0;
  }
  for (const std::string_view form : {"<attribute", "<variable"}) {
    if (rest.starts_with(form) && rest.size() > form.size() &&
        (rest[form.size()] == ' ' || rest[form.size()] == '>')) {
      return closed(text, at + 1, ">", "<", 200);
    }
  }
  const std::uint32_t end = closed(text, at + 1, ">", "<\n", 42);
  if (end == 0) return 0;
  std::string_view inside = text.substr(at + 1, end - at - 2);
  if (!is_name(inside) || inside.find_first_of("./'") != std::string_view::npos) return 0;
  std::size_t size = 0;
  char folded[16];
  while (size < inside.size() && size < sizeof folded && character::is_letter(inside[size])) {
    folded[size] = static_cast<char>(inside[size] | 0x20);
    ++size;
  }
  return elements.contains({folded, size}) ? 0 : end;
}

}  // namespace

std::optional<Found> placeholder_at(std::string_view text, std::uint32_t at) {
  std::uint32_t end = 0;
  Token::Kind kind = Token::Kind::placeholder;
  switch (text[at]) {
    case '{':
      if (text.substr(at).starts_with("{%")) {
        end = closed(text, at + 2, "%}", "", 400);
        // Where another one begins first, this was never closed.
        if (end != 0 && text.substr(at + 2, end - at - 4).find("{%") != std::string_view::npos) {
          end = 0;
        }
        if (end != 0 && is_liquid_tag(text.substr(at + 2, end - at - 4))) {
          kind = Token::Kind::control;
        }
      } else {
        end = brace(text, at);
      }
      break;
    case '#':
      if (text.substr(at).starts_with("#{")) end = closed(text, at + 2, "}", "{\n", 120);
      break;
    case '%':
      end = percent(text, at);
      break;
    case '<':
      end = angle(text, at);
      break;
    case '[':
      end = bracket(text, at);
      break;
    default:
      break;
  }
  if (end == 0) return {};
  return Found{{at, end}, kind};
}

}  // namespace tonelint
