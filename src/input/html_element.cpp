#include "input/html_element.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/ascii.hpp"

namespace tonelint {
namespace {

using namespace std::string_view_literals;
using Role = HtmlRole;

constexpr HtmlElement unknown{};

/// In order of their names.
constexpr std::array elements{
    HtmlElement{"a", Role::link},
    HtmlElement{"address", Role::block},
    HtmlElement{"area", Role::empty},
    HtmlElement{"article", Role::block},
    HtmlElement{"aside", Role::block},
    HtmlElement{"attribute", Role::placeholder},
    HtmlElement{"b", Role::strong},
    HtmlElement{"base", Role::empty},
    HtmlElement{"blockquote", Role::quote, true},
    HtmlElement{"body", Role::block},
    HtmlElement{"br", Role::line_break},
    HtmlElement{"caption", Role::block},
    HtmlElement{"center", Role::block},
    HtmlElement{"code", Role::code},
    HtmlElement{"col", Role::empty},
    HtmlElement{"dd", Role::block},
    HtmlElement{"details", Role::block},
    HtmlElement{"dialog", Role::block},
    HtmlElement{"div", Role::block},
    HtmlElement{"dl", Role::block, true},
    HtmlElement{"dt", Role::block},
    HtmlElement{"embed", Role::empty},
    HtmlElement{"fieldset", Role::block},
    HtmlElement{"figcaption", Role::block},
    HtmlElement{"figure", Role::block, true},
    HtmlElement{"footer", Role::block},
    HtmlElement{"form", Role::block},
    HtmlElement{"h1", Role::heading, true},
    HtmlElement{"h2", Role::heading, true},
    HtmlElement{"h3", Role::heading, true},
    HtmlElement{"h4", Role::heading, true},
    HtmlElement{"h5", Role::heading, true},
    HtmlElement{"h6", Role::heading, true},
    HtmlElement{"head", Role::hidden},
    HtmlElement{"header", Role::block},
    HtmlElement{"hr", Role::rule, true},
    HtmlElement{"html", Role::block},
    HtmlElement{"iframe", Role::raw},
    HtmlElement{"img", Role::image},
    HtmlElement{"input", Role::empty},
    HtmlElement{"kbd", Role::code},
    HtmlElement{"li", Role::item},
    HtmlElement{"link", Role::empty},
    HtmlElement{"main", Role::block},
    HtmlElement{"math", Role::hidden},
    HtmlElement{"menu", Role::list, true},
    HtmlElement{"meta", Role::empty},
    HtmlElement{"nav", Role::block},
    HtmlElement{"noembed", Role::raw},
    HtmlElement{"noframes", Role::raw},
    HtmlElement{"object", Role::hidden},
    HtmlElement{"ol", Role::list, true},
    HtmlElement{"p", Role::paragraph, true},
    HtmlElement{"param", Role::empty},
    HtmlElement{"pre", Role::preformatted, true},
    HtmlElement{"samp", Role::code},
    HtmlElement{"script", Role::raw},
    HtmlElement{"section", Role::block},
    HtmlElement{"select", Role::hidden},
    HtmlElement{"source", Role::empty},
    HtmlElement{"strong", Role::strong},
    HtmlElement{"style", Role::raw},
    HtmlElement{"summary", Role::block},
    HtmlElement{"svg", Role::hidden},
    HtmlElement{"table", Role::block, true},
    HtmlElement{"tbody", Role::block},
    HtmlElement{"td", Role::cell},
    HtmlElement{"template", Role::hidden},
    HtmlElement{"textarea", Role::raw},
    HtmlElement{"tfoot", Role::block},
    HtmlElement{"th", Role::cell},
    HtmlElement{"thead", Role::block},
    HtmlElement{"title", Role::raw},
    HtmlElement{"tr", Role::row},
    HtmlElement{"track", Role::empty},
    HtmlElement{"tt", Role::code},
    HtmlElement{"ul", Role::list, true},
    HtmlElement{"variable", Role::placeholder},
    HtmlElement{"wbr", Role::empty},
    HtmlElement{"xmp", Role::raw},
};
static_assert(std::is_sorted(elements.begin(), elements.end(),
                             [](const HtmlElement& a, const HtmlElement& b) {
                               return a.name < b.name;
                             }));

constexpr std::array quote_classes{
    "gmail_quote"sv,           "gmail_quote_container"sv, "gmail_attr"sv,       "moz-cite-prefix"sv,
    "moz-forward-container"sv, "yahoo_quoted"sv,          "protonmail_quote"sv, "zmail_extra"sv,
    "quotedReply"sv,           "freshdesk_quote"sv,       "front-blockquote"sv, "history"sv,
    "notion-mail-quote"sv,     "alimail-quote"sv,         "fernand_quote"sv,    "fsReplyAbove"sv,
};
constexpr std::array signature_classes{
    "gmail_signature"sv,         "gmail_signature_prefix"sv,     "moz-signature"sv,
    "ymail_android_signature"sv, "protonmail_signature_block"sv, "signature"sv,
    "front-signature"sv,
};
constexpr std::array quote_begins{
    "divRplyFwdMsg"sv,
    "appendonsend"sv,
    "mail-editor-reference-message-container"sv,
};

template <typename List>
bool is_one_of(std::string_view word, const List& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

void judge_classes(std::string_view classes, HtmlNature& nature) {
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find_first_of(" \t\r\n"), classes.size());
    const std::string_view one = classes.substr(0, end);
    if (is_one_of(one, quote_classes)) nature.quote = true;
    if (is_one_of(one, signature_classes)) nature.signature = true;
    if (one == "MsoNormal") nature.tight = true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
}

void judge_style(std::string_view style, HtmlNature& nature) {
  thread_local std::string plain;
  plain.clear();
  plain += ';';
  for (const char byte : style) {
    if (!ascii::is_space(byte)) plain += ascii::lower(byte);
  }
  plain += ';';
  const auto says = [&](std::string_view what) { return plain.find(what) != std::string::npos; };
  nature.hidden = nature.hidden || says(";display:none") || says(";visibility:hidden") ||
                  says(";mso-hide:all") || says(";font-size:0;") || says(";font-size:0px") ||
                  says(";font-size:0pt") || says(";font-size:0!");
  if (says(";margin:0")) nature.tight = true;
  if (says(";white-space:pre") || says(";white-space:break"))
    nature.white = HtmlNature::White::kept;
  if (says(";white-space:no")) nature.white = HtmlNature::White::collapsed;
}

}  // namespace

const HtmlElement& element_named(std::string_view name) {
  std::array<char, 12> lower{};
  if (name.size() > lower.size()) return unknown;
  for (std::size_t i = 0; i < name.size(); ++i) lower[i] = ascii::lower(name[i]);
  const std::string_view wanted(lower.data(), name.size());
  const auto found = std::lower_bound(
      elements.begin(), elements.end(), wanted,
      [](const HtmlElement& element, std::string_view other) { return element.name < other; });
  return found != elements.end() && found->name == wanted ? *found : unknown;
}

std::size_t index_of(const HtmlElement& element) {
  return static_cast<std::size_t>(&element - elements.data());
}

std::size_t element_count() { return elements.size(); }

bool is_block(HtmlRole role) { return (role >= Role::block && role <= Role::rule); }

HtmlNature nature_of(std::string_view attributes) {
  HtmlNature nature;
  if (attributes.size() < 6) return nature;  // too short for any of these
  if (find_attribute(attributes, "hidden")) nature.hidden = true;
  if (const auto classes = find_attribute(attributes, "class")) judge_classes(*classes, nature);
  if (const auto style = find_attribute(attributes, "style")) judge_style(*style, nature);
  if (const auto id = find_attribute(attributes, "id")) {
    if (is_one_of(*id, quote_begins)) nature.quote_follows = true;
    if (id->starts_with("yahoo_quoted_")) nature.quote = true;
  }
  if (find_attribute(attributes, "name") == "messageReplySection") nature.quote = true;
  if (find_attribute(attributes, "title") == "beforequote:::") nature.quote = true;
  if (find_attribute(attributes, "data-signature") == "true") nature.signature = true;
  return nature;
}

}  // namespace tonelint
