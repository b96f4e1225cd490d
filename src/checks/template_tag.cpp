#include <string>
#include <vector>

#include "checks/detectors.hpp"
#include "checks/placeholder_parts.hpp"
#include "text/template_tags.hpp"

namespace tonelint {
namespace {

/// `{% elseif x %}`, `{% endfi %}`: tags that Liquid does not know. True: there are some.
bool find_misspelt(const Subject& subject, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  const auto tokens = document.tokens();
  const std::size_t before = findings.size();
  for (std::uint32_t i = 0; i < tokens.size() && findings.size() - before < most_findings; ++i) {
    if (tokens[i].kind != Token::Kind::placeholder) continue;
    const std::string_view tag = document.text(tokens[i]);
    if (!tag.starts_with("{%") || !is_placeholder_in_scope(subject, i)) continue;
    const std::string_view word = word_of_tag(tag);
    const auto behind = static_cast<std::size_t>(word.data() + word.size() - tag.data());
    if (tag.substr(behind, 1) == "." || tag.substr(behind, 1) == ",") continue;
    const std::string_view meant = meant_template_word(word);
    if (meant.empty()) continue;
    Finding finding = subject.finding({i, i + 1});
    const auto begin = tokens[i].begin + static_cast<std::uint32_t>(behind) -
                       static_cast<std::uint32_t>(word.size());
    finding.replacements.push_back(
        {{begin, begin + static_cast<std::uint32_t>(word.size())}, std::string(meant), false});
    findings.push_back(std::move(finding));
  }
  return findings.size() > before;
}

}  // namespace

void detect_template_tag(const Subject& subject, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  if (!document.has(Token::Kind::control)) return;
  const Helpdesk* helpdesk = subject.facts.helpdesk;
  if (helpdesk != nullptr && !helpdesk->liquid) return;
  if (find_misspelt(subject, findings)) return;
  std::vector<TemplateTag> tags;
  find_template_tags(document.text(), tags);
  std::erase_if(tags, [&](const TemplateTag& tag) {
    const std::uint32_t token = document.token_at(tag.span.begin);
    return token == document.tokens().size() ||
           document.tokens()[token].kind != Token::Kind::control ||
           !is_placeholder_in_scope(subject, token);
  });
  if (tags.size() > most_template_tags) return;
  for (const std::size_t each : lonely_tags(tags)) {
    const std::uint32_t token = document.token_at(tags[each].span.begin);
    findings.push_back(subject.finding({token, token + 1}));
  }
}

}  // namespace tonelint
