#include <algorithm>
#include <string>
#include <vector>

#include "checks/detectors.hpp"
#include "checks/placeholder_parts.hpp"
#include "text/template_tags.hpp"

namespace tonelint {
namespace {

/// Judges the names of one draft by what its helpdesk knows.
class Variables {
 public:
  Variables(const Subject& subject, std::vector<Finding>& findings)
      : subject_(subject),
        document_(subject.document),
        helpdesk_(*subject.facts.helpdesk),
        findings_(findings) {}

  void judge() {
    if (helpdesk_.liquid && document_.has(Token::Kind::control)) read_own_names();
    const auto tokens = document_.tokens();
    const std::size_t most = findings_.size() + most_findings;
    for (std::uint32_t i = 0; i < tokens.size() && findings_.size() < most; ++i) {
      const bool control = tokens[i].kind == Token::Kind::control;
      if (!control && tokens[i].kind != Token::Kind::placeholder) continue;
      if (!is_placeholder_in_scope(subject_, i)) continue;
      if (control) {
        judge_tag(i);
      } else if (const auto parts = parts_of(document_.text(), tokens[i].span())) {
        judge(i, *parts);
      }
    }
  }

 private:
  [[nodiscard]] std::string_view text(Span span) const { return document_.text(span); }

  /// `{% assign name = … %}`, `{% for comment in … %}`: names of the reply's own.
  void read_own_names() {
    own_names_ = {"forloop", "tablerowloop"};
    for (const Token& token : document_.tokens()) {
      if (token.kind != Token::Kind::control) continue;
      if (own_names_.size() == most_template_tags) return;
      const std::string_view tag = document_.text(token);
      const std::string_view word = word_of_tag(tag);
      if (word != "assign" && word != "capture" && word != "for" && word != "increment" &&
          word != "decrement") {
        continue;
      }
      std::string_view rest(word.data() + word.size(), tag.data() + tag.size());
      rest.remove_prefix(std::min(rest.find_first_not_of(" \t\n'\""), rest.size()));
      own_names_.push_back(rest.substr(0, rest.find_first_of(" \t\n=%'\"-")));
    }
  }

  [[nodiscard]] bool is_own(std::string_view name) const {
    const std::string_view object = name.substr(0, name.find('.'));
    return std::find(own_names_.begin(), own_names_.end(), object) != own_names_.end();
  }

  void judge(std::uint32_t token, const PlaceholderParts& parts) {
    const std::string written(text(parts.name));
    const std::string name = plain_name(written, helpdesk_.liquid);
    const bool own_form =
        parts.open == helpdesk_.open || (parts.open == "<" && helpdesk_.name == "intercom");
    if (!own_form) return judge_foreign(token, parts, name);
    if (is_own(name)) return;
    if (const Variable* known = find_variable(helpdesk_, name); known != nullptr) {
      if (const std::string_view instead = slip_in_family(helpdesk_, *known, name);
          !instead.empty()) {
        add(token, parts.name, instead);
      }
      return;
    }
    const Unknown unknown = about_unknown(helpdesk_, name);
    if (!unknown.is_sure) return;
    add(token, parts.name, name == written ? unknown.instead : std::string_view());
  }

  /// What another helpdesk would fill in.
  void judge_foreign(std::uint32_t token, const PlaceholderParts& parts, std::string_view name) {
    Stands stands = Stands::other;
    std::string_view instead;
    if (find_variable(helpdesk_, name) != nullptr && name.find('.') != std::string_view::npos) {
      instead = name;
    } else if (is_known_elsewhere(helpdesk_, parts.open == "<" ? "{{" : parts.open, name, stands)) {
      instead = variable_for(helpdesk_, stands);
    } else {
      return;
    }
    Finding finding = subject_.finding({token, token + 1});
    if (!instead.empty()) {
      std::string replacement(helpdesk_.open);
      replacement.append(instead).append(helpdesk_.close);
      finding.replacements.push_back({finding.text, std::move(replacement), false});
    }
    findings_.push_back(std::move(finding));
  }

  /// The names within `{% if … %}`; where the helpdesk has no such tags, they go out as they stand.
  void judge_tag(std::uint32_t token) {
    if (!helpdesk_.liquid) {
      if (helpdesk_.open == "{%") add(token, {}, {});
      return;
    }
    for (const Span each : names_in_tag(document_.text(), document_.tokens()[token].span())) {
      const std::string name = plain_name(text(each), true);
      if (is_own(name) || find_variable(helpdesk_, name) != nullptr) continue;
      const Unknown unknown = about_unknown(helpdesk_, name);
      if (!unknown.is_sure || unknown.instead.empty()) continue;
      add(token, each, unknown.instead);
      findings_.back().text = each;
    }
  }

  void add(std::uint32_t token, Span name, std::string_view instead) {
    Finding finding = subject_.finding({token, token + 1});
    if (!instead.empty()) finding.replacements.push_back({name, std::string(instead), false});
    findings_.push_back(std::move(finding));
  }

  const Subject& subject_;
  const Document& document_;
  const Helpdesk& helpdesk_;
  std::vector<Finding>& findings_;
  std::vector<std::string_view> own_names_;
};

}  // namespace

void detect_placeholder_unknown(const Subject& subject, std::vector<Finding>& findings) {
  if (subject.facts.helpdesk == nullptr || !has_placeholders(subject.document)) return;
  Variables(subject, findings).judge();
}

}  // namespace tonelint
