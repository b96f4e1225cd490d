#include <algorithm>
#include <string>

#include "checks/detectors.hpp"
#include "checks/placeholder_parts.hpp"
#include "text/nearest.hpp"

namespace tonelint {
namespace {

using Behind = PlaceholderParts::Behind;

/// The text of a fallback, however it is written: `fallback=there`, `default: "there"`.
std::string_view fallback_text(std::string_view behind) {
  std::size_t at = behind.find("fallback");
  if (at == std::string_view::npos) at = behind.find("default");
  if (at == std::string_view::npos) return {};
  at = behind.find_first_of("=:(", at);
  if (at == std::string_view::npos) return {};
  at = behind.find_first_not_of(" =:(", at);
  if (at == std::string_view::npos) return {};
  const char mark = behind[at];
  const bool quoted = mark == '"' || mark == '\'';
  const std::string_view rest = behind.substr(quoted ? at + 1 : at);
  const std::string_view text =
      rest.substr(0, quoted ? rest.find(mark) : rest.find_first_of(",|)"));
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// What is behind the name, as this helpdesk writes a fallback.
std::string as_own_fallback(const Helpdesk& helpdesk, std::string_view behind) {
  std::string own(helpdesk.fallback);
  const std::size_t there = own.find("there");
  const std::string_view text = fallback_text(behind);
  if (there != std::string::npos && !text.empty()) own.replace(there, 5, text);
  return own;
}

/// Judges what is behind the names of one draft's placeholders.
class PlaceholderFilters {
 public:
  PlaceholderFilters(const Subject& subject, std::vector<Finding>& findings)
      : subject_(subject),
        document_(subject.document),
        helpdesk_(*subject.facts.helpdesk),
        findings_(findings) {}

  void judge() {
    const auto tokens = document_.tokens();
    const std::size_t most = findings_.size() + most_findings;
    for (std::uint32_t i = 0; i < tokens.size() && findings_.size() < most; ++i) {
      if (tokens[i].kind == Token::Kind::control) {
        if (helpdesk_.liquid && is_placeholder_in_scope(subject_, i)) judge_assignment(i);
      } else if (tokens[i].kind == Token::Kind::placeholder &&
                 is_placeholder_in_scope(subject_, i)) {
        const auto parts = parts_of(document_.text(), tokens[i].span());
        if (parts && parts->open == helpdesk_.open) judge(i, *parts);
      }
    }
  }

 private:
  void judge(std::uint32_t token, const PlaceholderParts& parts) {
    const std::string_view behind = document_.text(parts.behind);
    if (parts.kind == Behind::comma) return judge_comma(token, parts, behind);
    if (parts.kind != Behind::filters) return;
    if (helpdesk_.filters == Helpdesk::Filters::listed) return judge_listed(token, parts, behind);
    const bool fallback = says_fallback(behind) && !helpdesk_.fallback.empty();
    add(token, parts.behind, fallback ? as_own_fallback(helpdesk_, behind) : std::string());
  }

  void judge_listed(std::uint32_t token, const PlaceholderParts& parts, std::string_view behind) {
    const auto known = helpdesk_.known_filters;
    for (const FilterPart& each : filters_of(document_.text(), parts)) {
      const std::string_view name = document_.text(each.name);
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      if (says_fallback(name)) {
        const bool has = !helpdesk_.fallback.empty();
        add(token, parts.behind, has ? as_own_fallback(helpdesk_, behind) : std::string());
        return;
      }
      if (const std::string_view near = nearest(name, known); !near.empty()) {
        add(token, each.name, std::string(near));
      } else {
        add(token, each.whole, {});
      }
    }
  }

  /// ",fallback=there"
  void judge_comma(std::uint32_t token, const PlaceholderParts& parts, std::string_view behind) {
    const std::string_view own = helpdesk_.fallback;
    const bool has = own.starts_with(',');
    if (!has) {
      if (says_fallback(behind)) {
        add(token, parts.behind, own.empty() ? std::string() : as_own_fallback(helpdesk_, behind));
      }
      return;
    }
    const std::size_t begin = std::min(behind.find_first_not_of(", "), behind.size());
    std::size_t end = begin;
    while (end < behind.size() && behind[end] >= 'a' && behind[end] <= 'z') ++end;
    const std::string_view word = behind.substr(begin, end - begin);
    const std::string_view own_sign = own.substr(9, 1);
    if (word == "fallback" && behind.substr(end, 1) == own_sign) return;
    const std::string_view known[] = {"fallback", "default"};
    if (nearest(word, known).empty()) return add(token, parts.behind, {});
    std::string right(",fallback");
    right.append(own_sign);
    std::size_t rest = std::min(behind.find_first_of("=:", end), behind.size() - 1);
    rest = std::min(behind.find_first_not_of("=: ", rest), behind.size());
    right.append(behind.substr(rest));
    add(token, parts.behind, std::move(right));
  }

  /// `{% assign day = ticket.created_at | date: "%A" %}`
  void judge_assignment(std::uint32_t token) {
    const Span tag = document_.tokens()[token].span();
    const std::string_view text = document_.text(tag);
    const std::size_t bar = text.find('|');
    if (bar == std::string_view::npos || word_of_tag(text) != "assign") return;
    PlaceholderParts parts;
    parts.whole = tag;
    parts.behind = {tag.begin + static_cast<std::uint32_t>(bar), tag.end - 2};
    parts.kind = Behind::filters;
    judge_listed(token, parts, document_.text(parts.behind));
  }

  void add(std::uint32_t token, Span span, std::string instead) {
    Finding finding = subject_.finding({token, token + 1});
    finding.replacements.push_back({span, std::move(instead), false});
    findings_.push_back(std::move(finding));
  }

  const Subject& subject_;
  const Document& document_;
  const Helpdesk& helpdesk_;
  std::vector<Finding>& findings_;
};

}  // namespace

void detect_placeholder_filter(const Subject& subject, std::vector<Finding>& findings) {
  const Helpdesk* helpdesk = subject.facts.helpdesk;
  if (helpdesk == nullptr || helpdesk->filters == Helpdesk::Filters::unsure) return;
  if (has_placeholders(subject.document)) PlaceholderFilters(subject, findings).judge();
}

}  // namespace tonelint
