#include "checks/placeholder_parts.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace tonelint {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_name_sign(char c) {
  return ascii::is_letter(c) || ascii::is_digit(c) || c == '_' || c == '.' || c == '-';
}
bool begins_name(char c) { return ascii::is_letter(c) || c == '_'; }

/// A place in a text that goes on to an end.
class Cursor {
 public:
  Cursor(std::string_view text, std::uint32_t at, std::uint32_t end)
      : text_(text.substr(0, end)), at_(at) {}

  [[nodiscard]] std::uint32_t at() const { return at_; }
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] char sign() const { return done() ? '\0' : text_[at_]; }
  [[nodiscard]] bool starts_with(std::string_view word) const {
    return text_.substr(at_).starts_with(word);
  }
  void skip(std::uint32_t count = 1) {
    at_ = std::min(at_ + count, static_cast<std::uint32_t>(text_.size()));
  }
  void skip_space() {
    while (!done()) {
      if (ascii::is_space(sign())) {
        skip();
      } else if (starts_with(no_break_space)) {
        skip(2);
      } else {
        return;
      }
    }
  }
  /// A name, with what stands in brackets within.
  Span name() {
    const std::uint32_t begin = at_;
    while (!done()) {
      if (sign() == '[') {
        const std::size_t close = text_.find(']', at_);
        if (close == std::string_view::npos) break;
        skip(static_cast<std::uint32_t>(close) + 1 - at_);
      } else if (is_name_sign(sign())) {
        skip();
      } else {
        break;
      }
    }
    return {begin, at_};
  }
  /// Over words in quotation marks, of either kind.
  bool skip_quoted() {
    const char mark = sign();
    if (mark != '"' && mark != '\'') return false;
    const std::size_t close = text_.find(mark, at_ + 1);
    skip(static_cast<std::uint32_t>(std::min(close, text_.size() - 1) + 1) - at_);
    return true;
  }

 private:
  std::string_view text_;
  std::uint32_t at_;
};

struct Brackets {
  std::string_view open, close;
};
constexpr Brackets brackets[] = {{"{{", "}}"}, {"{%", "%}"}, {"#{", "}"}, {"%{", "}"}};

/// `<attribute key="user.name" default="there"/>`
std::optional<PlaceholderParts> parts_of_tag(std::string_view text, Span tag) {
  const std::string_view inside = text.substr(tag.begin, tag.size());
  const std::size_t key = inside.find("key=");
  if (key == std::string_view::npos || key + 5 >= inside.size()) return {};
  const char mark = inside[key + 4];
  const std::size_t end = inside.find(mark, key + 5);
  if ((mark != '"' && mark != '\'') || end == std::string_view::npos) return {};
  PlaceholderParts parts;
  parts.open = "<";
  parts.whole = tag;
  parts.name = {tag.begin + static_cast<std::uint32_t>(key + 5),
                tag.begin + static_cast<std::uint32_t>(end)};
  parts.behind = {tag.end, tag.end};
  if (inside.find("default=") != std::string_view::npos) {
    parts.kind = PlaceholderParts::Behind::comma;
  }
  return parts.name.empty() ? std::nullopt : std::optional(parts);
}

}  // namespace

std::optional<PlaceholderParts> parts_of(std::string_view text, Span placeholder) {
  const std::string_view whole = text.substr(placeholder.begin, placeholder.size());
  if (whole.starts_with('<')) return parts_of_tag(text, placeholder);
  const auto* found =
      std::find_if(std::begin(brackets), std::end(brackets), [&](const Brackets& each) {
        return whole.size() > each.open.size() + each.close.size() && whole.starts_with(each.open);
      });
  if (found == std::end(brackets)) return {};
  PlaceholderParts parts;
  parts.open = found->open;
  parts.whole = placeholder;
  auto end = placeholder.end - static_cast<std::uint32_t>(found->close.size());
  Cursor cursor(text, placeholder.begin + static_cast<std::uint32_t>(found->open.size()), end);
  if (cursor.sign() == '-') cursor.skip();
  if (end > cursor.at() && text[end - 1] == '-') --end;
  cursor.skip_space();
  if (!begins_name(cursor.sign())) return {};
  parts.name = cursor.name();
  parts.behind = {parts.name.end, end};
  cursor.skip_space();
  using Behind = PlaceholderParts::Behind;
  parts.kind = cursor.at() >= end     ? Behind::nothing
               : cursor.sign() == '|' ? Behind::filters
               : cursor.sign() == ',' ? Behind::comma
                                      : Behind::other;
  return parts;
}

std::vector<FilterPart> filters_of(std::string_view text, const PlaceholderParts& parts) {
  std::vector<FilterPart> filters;
  if (parts.kind != PlaceholderParts::Behind::filters) return filters;
  Cursor cursor(text, parts.behind.begin, parts.behind.end);
  while (!cursor.done()) {
    if (cursor.skip_quoted()) continue;
    if (cursor.sign() != '|') {
      cursor.skip();
      continue;
    }
    if (!filters.empty()) filters.back().whole.end = cursor.at();
    const std::uint32_t sign = filters.empty() ? parts.behind.begin : cursor.at();
    cursor.skip();
    if (cursor.sign() == '|') cursor.skip();  // "|| 'there'"
    cursor.skip_space();
    const Span name = cursor.name();
    if (!name.empty()) filters.push_back({name, {sign, parts.behind.end}});
  }
  return filters;
}

std::vector<Span> names_in_tag(std::string_view text, Span tag) {
  std::vector<Span> names;
  if (tag.size() < 4) return names;
  Cursor cursor(text, tag.begin + 2, tag.end - 2);
  while (!cursor.done()) {
    if (cursor.skip_quoted()) continue;
    if (!begins_name(cursor.sign())) {
      // Numbers and the like go whole, so that no name begins within them.
      const Span other = cursor.name();
      if (other.empty()) cursor.skip();
      continue;
    }
    const Span name = cursor.name();
    const std::string_view word = text.substr(name.begin, name.size());
    if (word.find('.') != std::string_view::npos && !word.ends_with('.')) names.push_back(name);
  }
  return names;
}

std::string plain_name(std::string_view name, bool liquid) {
  std::string plain;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (name[at] == '[') {
      at = std::min(name.find(']', at), name.size() - 1);
    } else {
      plain += name[at];
    }
  }
  for (const std::string_view ending : {".size", ".first", ".last"}) {
    if (!liquid) break;
    if (plain.ends_with(ending)) plain.resize(plain.size() - ending.size());
  }
  return plain;
}

std::string_view word_of_tag(std::string_view tag) {
  Cursor cursor(tag, std::min<std::uint32_t>(2, static_cast<std::uint32_t>(tag.size())),
                static_cast<std::uint32_t>(tag.size()));
  if (cursor.sign() == '-') cursor.skip();
  cursor.skip_space();
  const std::uint32_t begin = cursor.at();
  while (begins_name(cursor.sign())) cursor.skip();
  return tag.substr(begin, cursor.at() - begin);
}

bool says_fallback(std::string_view words) {
  return words.find("fallback") != std::string_view::npos ||
         words.find("default") != std::string_view::npos;
}

bool is_set_as_code(const Document& document, Span span) {
  const auto& marks = document.reply().marks;
  const auto behind = std::partition_point(
      marks.begin(), marks.end(), [&](const Mark& mark) { return mark.text.begin <= span.begin; });
  // Marks nest, but not so deep that it would be worth looking further back.
  const auto first = behind - std::min<std::ptrdiff_t>(32, behind - marks.begin());
  return std::any_of(first, behind, [&](const Mark& mark) {
    return mark.kind == Mark::Kind::code && mark.text.contains(span);
  });
}

bool is_placeholder_in_scope(const Subject& subject, std::uint32_t token) {
  const Document& document = subject.document;
  if (is_set_as_code(document, document.tokens()[token].span())) return false;
  if (subject.rule.in != 0) return subject.in_scope({token, token + 1});
  const Part part = document.paragraphs()[document.paragraph_of(token)].part;
  return part != Part::quote && part != Part::code;
}

}  // namespace tonelint
