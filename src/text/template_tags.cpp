#include "text/template_tags.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/ascii.hpp"
#include "text/nearest.hpp"

namespace tonelint {
namespace {

using Kind = TemplateTag::Kind;

struct Word {
  std::string_view word;
  Kind kind;
};
constexpr Word words[] = {
    // clang-format off
    {"if", Kind::begin_if}, {"elsif", Kind::elsif}, {"else", Kind::otherwise}, {"endif", Kind::end},
    {"unless", Kind::begin_if}, {"endunless", Kind::end},
    {"case", Kind::begin_case}, {"when", Kind::when}, {"endcase", Kind::end},
    {"for", Kind::begin_for}, {"endfor", Kind::end},
    {"capture", Kind::begin_hidden}, {"endcapture", Kind::end},
    {"comment", Kind::begin_hidden}, {"endcomment", Kind::end},
    {"raw", Kind::begin_raw}, {"endraw", Kind::end},
    {"assign", Kind::other}, {"cycle", Kind::other}, {"break", Kind::other},
    {"continue", Kind::other}, {"include", Kind::other}, {"increment", Kind::other},
    {"render", Kind::other}, {"decrement", Kind::other},
};  // clang-format on

/// No tag is longer.
constexpr std::size_t longest_tag = 400;

const Word* find_word(std::string_view word) {
  if (word.size() < 2 || word.size() > 10) return nullptr;
  const auto* found = std::find_if(std::begin(words), std::end(words),
                                   [&](const Word& each) { return each.word == word; });
  return found == std::end(words) ? nullptr : found;
}

bool is_word_sign(char c) { return ascii::is_letter(c) || c == '_'; }

/// What a tag may do within the one around it.
bool fits(Kind kind, Kind around) {
  switch (kind) {
    case Kind::elsif:
      return around == Kind::begin_if;
    case Kind::when:
      return around == Kind::begin_case;
    default:
      return around == Kind::begin_if || around == Kind::begin_case || around == Kind::begin_for;
  }
}

/// Whether what looks like a tag is one no more: in `raw` and `comment` all is text up to the end.
bool is_text_within(const std::vector<TemplateTag>& tags, const TemplateTag& tag) {
  if (tags.empty()) return false;
  const std::string_view around = tags.back().word;
  return (around == "raw" && tag.word != "endraw") ||
         (around == "comment" && tag.word != "endcomment");
}

}  // namespace

bool is_template_word(std::string_view word) { return find_word(word) != nullptr; }

std::string_view meant_template_word(std::string_view word) {
  if (word == "elseif" || word == "elif") return "elsif";
  std::array<std::string_view, std::size(words)> known;
  std::transform(std::begin(words), std::end(words), known.begin(),
                 [](const Word& each) { return each.word; });
  return nearest(word, known);
}

TemplateTag template_tag_at(std::string_view text, std::uint32_t at) {
  std::size_t begin = at + 2;
  if (begin < text.size() && text[begin] == '-') ++begin;
  // Editors write spaces as "&nbsp;".
  while (begin < text.size()) {
    const std::string_view rest = text.substr(begin);
    if (std::string_view(" \t\r\n").find(rest[0]) != std::string_view::npos) {
      ++begin;
    } else if (rest.starts_with("&nbsp;")) {
      begin += 6;
    } else if (rest.starts_with("\xC2\xA0")) {
      begin += 2;
    } else {
      break;
    }
  }
  std::size_t end = begin;
  while (end < text.size() && is_word_sign(text[end])) ++end;
  TemplateTag tag;
  tag.word = text.substr(std::min(begin, text.size()), end - begin);
  const Word* known = find_word(tag.word);
  if (known == nullptr || (end < text.size() && text[end] == '.')) return {};
  const std::size_t close = text.substr(end, longest_tag).find("%}");
  // Another one begins first: this was never closed.
  if (close == std::string_view::npos ||
      text.substr(end, close).find("{%") != std::string_view::npos) {
    return {};
  }
  tag.kind = known->kind;
  tag.span = {at, static_cast<std::uint32_t>(end + close + 2)};
  return tag;
}

void find_template_tags(std::string_view text, std::vector<TemplateTag>& tags) {
  tags.clear();
  std::size_t at = text.find("{%");
  while (at != std::string_view::npos) {
    const TemplateTag tag = template_tag_at(text, static_cast<std::uint32_t>(at));
    if (!tag.span.empty() && !is_text_within(tags, tag)) tags.push_back(tag);
    at = text.find("{%", tag.span.empty() ? at + 2 : tag.span.end);
  }
}

std::vector<std::size_t> lonely_tags(std::span<const TemplateTag> tags) {
  std::vector<std::size_t> lonely;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const TemplateTag& tag = tags[i];
    if (tag.kind == Kind::other) continue;
    if (tag.kind < Kind::elsif) {
      open.push_back(i);
    } else if (tag.kind != Kind::end) {
      if (open.empty() || !fits(tag.kind, tags[open.back()].kind)) lonely.push_back(i);
    } else {
      const auto begun = std::find_if(open.rbegin(), open.rend(), [&](std::size_t each) {
        return tags[each].word == tag.word.substr(3);
      });
      if (begun == open.rend()) {
        lonely.push_back(i);
      } else {
        // What was begun within it was never ended.
        lonely.insert(lonely.end(), begun.base(), open.end());
        open.erase(begun.base() - 1, open.end());
      }
    }
  }
  lonely.insert(lonely.end(), open.begin(), open.end());
  std::sort(lonely.begin(), lonely.end());
  return lonely;
}

}  // namespace tonelint
