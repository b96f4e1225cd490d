#include <algorithm>
#include <vector>

#include "checks/detectors.hpp"
#include "checks/placeholder_parts.hpp"
#include "text/ascii.hpp"
#include "text/template_tags.hpp"

namespace tonelint {
namespace {

bool may_be_in_name(char c) {
  return ascii::is_letter(c) || ascii::is_digit(c) || c == '_' || c == '.';
}

/// Finds what begins as a placeholder and is not closed as one: "{{ticket.id}", "{% if vip".
class Unclosed {
 public:
  Unclosed(const Subject& subject, std::vector<Finding>& findings)
      : subject_(subject), text_(subject.document.text()), findings_(findings) {}

  void find() {
    for (std::size_t at = text_.find('{'); at < text_.size(); at = text_.find('{', at + 1)) {
      const auto begin = static_cast<std::uint32_t>(at);
      const std::uint32_t token = subject_.document.token_at(begin);
      if (token == subject_.document.tokens().size()) return;
      const Token& here = subject_.document.tokens()[token];
      const bool whole = here.kind == Token::Kind::placeholder || here.kind == Token::Kind::control;
      if (whole && here.begin <= begin && (here.begin < begin || !is_half_closed(here))) {
        at = here.end - 1;
      } else if (const std::uint32_t end = judge(begin, token); end != 0) {
        at = end - 1;
      }
    }
  }

 private:
  /// "{ticket.id}}"
  [[nodiscard]] bool is_half_closed(const Token& token) const {
    const std::string_view word = text_.substr(token.begin, token.end - token.begin);
    return word.size() > 1 && word[1] != '{' && word[1] != '%' &&
           text_.substr(token.end, 1) == "}" && word.find('.') != std::string_view::npos;
  }

  /// Whether what closes it follows after all: it is long, or goes over a line's end.
  [[nodiscard]] bool is_closed(std::uint32_t at, bool tag) const {
    const std::string_view rest = text_.substr(at, 1000);
    const std::size_t close = rest.find(tag ? "%}" : "}}");
    if (close == std::string_view::npos || close == 0) return false;
    const std::string_view inside = rest.substr(0, close);
    return inside.find("{{") == std::string_view::npos &&
           inside.find("{%") == std::string_view::npos;
  }

  /// Gives where it ends, or 0.
  std::uint32_t judge(std::uint32_t begin, std::uint32_t token) {
    const std::string_view rest = text_.substr(begin);
    const bool tag = rest.starts_with("{%");
    const bool doubled = rest.starts_with("{{");
    std::uint32_t at = begin + (tag || doubled ? 2 : 1);
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '-')) ++at;
    const std::uint32_t name = at;
    while (at < text_.size() && may_be_in_name(text_[at])) ++at;
    while (at > name && text_[at - 1] == '.') --at;
    const std::string_view word = text_.substr(name, at - name);
    const bool is_variable = word.find_first_of("._") != std::string_view::npos;
    std::uint32_t end = at;
    std::string right;
    if (is_closed(at, tag)) return 0;
    if (tag) {
      if (!is_variable && !is_template_word(word)) return 0;
      // "{%customer.firstName}"
      if (text_.substr(at, 1) == "}" || text_.substr(at, 1) == "%") ++end;
      if (is_variable) right = "{%" + std::string(word) + "%}";
    } else {
      const std::string_view behind = text_.substr(at, 2);
      const bool half = behind.starts_with('}') || behind == "%}";
      if (!is_variable && !(doubled && half)) return 0;
      if (!doubled && behind != "}}") return 0;
      if (half) end += doubled && behind != "%}" ? 1 : 2;
      right = "{{" + std::string(word) + "}}";
    }
    const auto tokens = subject_.document.tokens();
    std::uint32_t last = token;
    while (last < tokens.size() && tokens[last].begin < end) ++last;
    if (token == last || !is_placeholder_in_scope(subject_, token)) return end;
    Finding finding = subject_.finding({token, last});
    finding.text = {begin, end};
    // In a draft nothing fills it in, closed or not.
    if (!right.empty() && subject_.facts.is_template())
      finding.replacements.push_back({finding.text, std::move(right), false});
    findings_.push_back(std::move(finding));
    return end;
  }

  const Subject& subject_;
  std::string_view text_;
  std::vector<Finding>& findings_;
};

}  // namespace

void detect_placeholder_unclosed(const Subject& subject, std::vector<Finding>& findings) {
  if (subject.document.text().find('{') == std::string_view::npos) return;
  Unclosed(subject, findings).find();
}

}  // namespace tonelint
