#include "input/html_token.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace tonelint {
namespace {

constexpr std::string_view white = " \t\n\r\f";

/// One attribute at the beginning of `rest`, which loses it.
struct Attribute {
  std::string_view name, value;
};
bool take_attribute(std::string_view& rest, Attribute& attribute) {
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t\n\r\f/"), rest.size()));
  if (rest.empty() || rest[0] == '>') return false;
  std::size_t end = std::min(rest.find_first_of(" \t\n\r\f/>=", 1), rest.size());
  attribute = {rest.substr(0, end), {}};
  rest.remove_prefix(end);
  const std::size_t equals = rest.find_first_not_of(white);
  if (equals == std::string_view::npos || rest[equals] != '=') return true;
  rest.remove_prefix(equals + 1);
  rest.remove_prefix(std::min(rest.find_first_not_of(white), rest.size()));
  if (rest.empty()) return true;
  if (rest[0] == '"' || rest[0] == '\'') {
    end = std::min(rest.find(rest[0], 1), rest.size());
    attribute.value = rest.substr(1, end - 1);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  } else {
    end = std::min(rest.find_first_of(" \t\n\r\f>"), rest.size());
    attribute.value = rest.substr(0, end);
    rest.remove_prefix(end);
  }
  return true;
}

}  // namespace

std::optional<std::string_view> find_attribute(std::string_view attributes, std::string_view name) {
  Attribute attribute;
  while (take_attribute(attributes, attribute)) {
    if (ascii::same_but_for_case(attribute.name, name)) return attribute.value;
  }
  return std::nullopt;
}

std::size_t HtmlTokens::behind(std::string_view end, std::size_t from) const {
  const std::size_t found = source_.find(end, from);
  return found == std::string_view::npos ? source_.size() : found + end.size();
}

bool HtmlTokens::next(HtmlToken& token) {
  if (at_ >= source_.size()) return false;
  const std::size_t begin = at_;
  token = {};
  for (std::size_t at = begin;; ++at) {
    at = std::min(source_.find('<', at), source_.size());
    const char sign = at + 1 < source_.size() ? source_[at + 1] : ' ';
    const bool tag_begins = ascii::is_letter(sign) || sign == '/' || sign == '!' || sign == '?';
    if (at < source_.size() && !tag_begins) continue;
    if (at > begin) {
      at_ = at;
    } else if (ascii::is_letter(sign)) {
      token.kind = HtmlToken::Kind::start_tag;
      tag(token, at + 1);
    } else if (sign == '/' && at + 2 < source_.size() && ascii::is_letter(source_[at + 2])) {
      token.kind = HtmlToken::Kind::end_tag;
      tag(token, at + 2);
    } else if (sign == '/' && at + 2 >= source_.size()) {
      at_ = source_.size();  // "</" at the very end is text
    } else {
      comment(token);
    }
    token.source = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
    return true;
  }
}

void HtmlTokens::tag(HtmlToken& token, std::size_t name) {
  const std::size_t name_end = std::min(source_.find_first_of(" \t\n\r\f/>", name), source_.size());
  token.name = source_.substr(name, name_end - name);
  std::string_view rest = source_.substr(name_end);
  Attribute attribute;
  while (take_attribute(rest, attribute)) {
  }
  const std::size_t end = source_.size() - rest.size();
  token.attributes = source_.substr(name_end, end - name_end);
  at_ = std::min(end + 1, source_.size());
  // A browser drops a tag that never ends.
  if (rest.empty()) token.kind = HtmlToken::Kind::comment;
}

void HtmlTokens::comment(HtmlToken& token) {
  token.kind = HtmlToken::Kind::comment;
  const std::string_view rest = source_.substr(at_);
  if (!rest.starts_with("<!--")) {
    at_ = behind(">", at_);
  } else if (rest.starts_with("<!-->")) {
    at_ += 5;
  } else if (rest.starts_with("<!--->")) {
    at_ += 6;
  } else {
    at_ = behind("-->", at_ + 4);
  }
}

void HtmlTokens::skip_element(std::string_view name) {
  for (std::size_t at = at_;; ++at) {
    at = source_.find("</", at);
    if (at == std::string_view::npos) {
      at_ = source_.size();
      return;
    }
    if (!ascii::same_but_for_case(source_.substr(at + 2, name.size()), name)) continue;
    at_ = behind(">", at);
    return;
  }
}

}  // namespace tonelint
