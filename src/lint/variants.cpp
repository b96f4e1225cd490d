#include "lint/variants.hpp"

#include <algorithm>

#include "input/entity.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

using TagKind = TemplateTag::Kind;

constexpr std::string_view white = " \t\r\n";

/// "{%- else -%}" takes the white space on that side with it.
Span with_white_space(std::string_view source, Span tag) {
  const std::string_view text = source.substr(tag.begin, tag.size());
  if (text.starts_with("{%-")) {
    while (tag.begin > 0 && white.find(source[tag.begin - 1]) != std::string_view::npos) {
      --tag.begin;
    }
  }
  if (text.ends_with("-%}")) {
    while (tag.end < source.size() && white.find(source[tag.end]) != std::string_view::npos) {
      ++tag.end;
    }
  }
  return tag;
}

/// A tag as people write it, cut where it is long.
std::string shown(std::string_view tag) {
  constexpr std::size_t longest = 60;
  std::string out;
  for (std::size_t at = 0; at < tag.size();) {
    const std::size_t size = tag[at] == '&' ? decode_entity(tag.substr(at), out) : 0;
    if (size == 0) out += white.find(tag[at]) == std::string_view::npos ? tag[at] : ' ';
    at += std::max<std::size_t>(size, 1);
  }
  return out.size() <= longest ? out : std::string(utf8::prefix(out, longest)) + "… %}";
}

}  // namespace

bool Variants::read(std::string_view source) {
  source_ = source;
  find_template_tags(source, tags_);
  if (tags_.empty() || tags_.size() > most_template_tags || !lonely_tags(tags_).empty())
    return false;
  find_branches();
  choose();
  return true;
}

void Variants::find_branches() {
  struct Open {
    std::uint32_t decision, branch;
    bool hidden;
  };
  branches_.clear();
  decisions_.clear();
  gaps_.clear();
  std::vector<Open> open;
  Gap now{none, false};
  gaps_.push_back(now);
  for (std::uint32_t i = 0; i < tags_.size(); ++i) {
    const TagKind kind = tags_[i].kind;
    const auto take_branch = [&] {
      const Open& around = open.back();
      Decision& decision = decisions_[around.decision];
      branches_.push_back({around.decision, decision.options++, around.branch, i});
      now = {static_cast<std::uint32_t>(branches_.size()) - 1, around.hidden};
    };
    const auto begin = [&](bool may_skip) {
      const auto number = static_cast<std::uint32_t>(decisions_.size());
      decisions_.push_back({now.branch, i, 0, may_skip});
      open.push_back({number, now.branch, now.hidden});
    };
    switch (kind) {
      case TagKind::begin_if:
      case TagKind::begin_for:
        begin(kind == TagKind::begin_if);
        take_branch();
        break;
      case TagKind::begin_case:
        begin(true);
        now.hidden = true;  // up to its first `when`
        break;
      case TagKind::begin_hidden:
      case TagKind::begin_raw:
        open.push_back({none, now.branch, now.hidden});
        now.hidden = now.hidden || kind == TagKind::begin_hidden;
        break;
      case TagKind::elsif:
      case TagKind::when:
      case TagKind::otherwise:
        take_branch();
        if (kind == TagKind::otherwise) decisions_[open.back().decision].may_skip = false;
        break;
      case TagKind::end:
        now = {open.back().branch, open.back().hidden};
        open.pop_back();
        break;
      case TagKind::other:
        break;
    }
    gaps_.push_back(now);
  }
}

bool Variants::is_taken(std::uint32_t branch, const Choices& choices) const {
  for (; branch != none; branch = branches_[branch].parent) {
    if (choices[branches_[branch].decision] != branches_[branch].option) return false;
  }
  return true;
}

bool Variants::next(Choices& choices) const {
  for (std::size_t i = decisions_.size(); i-- > 0;) {
    const Decision& decision = decisions_[i];
    if (choices[i] + 1 < decision.ways() && is_taken(decision.parent, choices)) {
      ++choices[i];
      return true;
    }
    choices[i] = 0;
  }
  return false;
}

void Variants::choose() {
  variants_.clear();
  const Choices first(decisions_.size(), 0);
  Choices choices = first;
  do {
    variants_.push_back(choices);
  } while (variants_.size() <= most && next(choices));
  if (variants_.size() <= most) return;
  // Too many: each branch once, with the first of all others.
  variants_.assign(1, first);
  for (std::uint32_t i = 0; i < decisions_.size(); ++i) {
    for (std::uint32_t way = 1; way < decisions_[i].ways(); ++way) {
      if (variants_.size() == most) return;
      choices = first;
      choices[i] = way;
      for (std::uint32_t around = decisions_[i].parent; around != none;
           around = branches_[around].parent) {
        choices[branches_[around].decision] = branches_[around].option;
      }
      variants_.push_back(choices);
    }
  }
}

void Variants::left_out(std::size_t variant, std::vector<Span>& out) const {
  out.clear();
  const auto add = [&](Span span) {
    if (span.empty()) return;
    if (!out.empty() && out.back().end >= span.begin) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  };
  std::uint32_t behind = 0;
  for (std::size_t i = 0; i <= tags_.size(); ++i) {
    const Gap& gap = gaps_[i];
    const bool last = i == tags_.size();
    const auto end = last ? static_cast<std::uint32_t>(source_.size()) : tags_[i].span.begin;
    if (gap.hidden || !is_taken(gap.branch, variants_[variant])) add({behind, end});
    if (last) return;
    add(with_white_space(source_, tags_[i].span));
    behind = tags_[i].span.end;
  }
}

std::string Variants::name(std::uint32_t decision, std::uint32_t choice) const {
  const auto tag = [&](std::uint32_t number) {
    const Span span = tags_[number].span;
    return shown(source_.substr(span.begin, span.size()));
  };
  for (const Branch& branch : branches_) {
    if (branch.decision == decision && branch.option == choice) return tag(branch.tag);
  }
  return "without " + tag(decisions_[decision].tag);
}

std::string Variants::branch_of(std::uint32_t variants) const {
  const auto all = static_cast<std::uint32_t>((std::uint64_t{1} << variants_.size()) - 1);
  if ((variants & all) == all) return {};
  // The choice that was made in these alone; of those in each other the inner one.
  for (auto i = static_cast<std::uint32_t>(decisions_.size()); i-- > 0;) {
    if (decisions_[i].ways() < 2) continue;
    for (std::uint32_t way = 0; way < decisions_[i].ways(); ++way) {
      std::uint32_t with = 0;
      for (std::uint32_t variant = 0; variant < variants_.size(); ++variant) {
        const Choices& choices = variants_[variant];
        if (choices[i] == way && is_taken(decisions_[i].parent, choices)) with |= 1U << variant;
      }
      if (with == variants) return name(i, way);
    }
  }
  // Several together: the way through the first of them.
  std::string names;
  std::uint32_t first = 0;
  while ((variants >> first & 1U) == 0) ++first;
  for (std::uint32_t i = 0; i < decisions_.size(); ++i) {
    if (decisions_[i].ways() < 2 || !is_taken(decisions_[i].parent, variants_[first])) continue;
    if (!names.empty()) names += ", ";
    names += name(i, variants_[first][i]);
  }
  return names;
}

}  // namespace tonelint
