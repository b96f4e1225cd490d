#include <algorithm>
#include <string>

#include "checks/detectors.hpp"
#include "checks/placeholder_parts.hpp"
#include "text/ascii.hpp"

namespace tonelint {
namespace {

using Behind = PlaceholderParts::Behind;

std::string_view last_segment(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

/// Whether a name is that of the customer in most helpdesks: "customer.firstName", "first_name".
bool is_customer_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c != '_' && c != '-') plain += ascii::lower(c);
  }
  constexpr std::string_view others[] = {
      "agent", "user.", "staff",   "teammate", "owner",   "assignee", "current", "mailbox",
      "brand", "inbox", "company", "group",    "product", "organi",   "sender",  "dept",
      "file",  "field", "team",    "account",  "author",  "my"};
  for (const std::string_view other : others) {
    if (plain.find(other) != std::string_view::npos) return false;
  }
  const std::string_view last = last_segment(plain);
  for (const std::string_view whole : {"name", "fname", "lname", "username"}) {
    if (last == whole) return true;
  }
  for (const std::string_view ending : {"firstname", "lastname", "fullname"}) {
    if (last.ends_with(ending)) return true;
  }
  for (const std::string_view who : {"customer", "client", "contact", "recipient", "requester"}) {
    if (last.starts_with(who) && last.ends_with("name")) return true;
  }
  return false;
}

/// The fallback that a first name gets: "there", as in “Hi there”.
void offer(const Subject& subject, const PlaceholderParts& parts, const Helpdesk& helpdesk,
           Finding& finding) {
  const std::string_view text = subject.document.text();
  if (parts.open == "<") {
    const std::uint32_t at = parts.name.end + 1;  // behind the quotation mark
    finding.replacements.push_back({{at, at}, " default=\"there\"", false});
  } else {
    std::string whole(text.substr(parts.whole.begin, parts.name.end - parts.whole.begin));
    whole.append(helpdesk.fallback);
    whole.append(text.substr(parts.name.end, parts.whole.end - parts.name.end));
    finding.replacements.push_back({parts.whole, std::move(whole), false});
  }
}

/// Whether one of the last tags before asks for this name: `{% if ticket.requester.name %}`.
bool is_asked_for(const Document& document, std::uint32_t token, std::string_view name) {
  if (!document.has(Token::Kind::control)) return false;
  const auto tokens = document.tokens();
  constexpr std::uint32_t furthest = 200;
  for (std::uint32_t i = token; i > 0 && token - i < furthest; --i) {
    const Token& before = tokens[i - 1];
    if (before.kind != Token::Kind::control) continue;
    if (document.text(before).find(name) != std::string_view::npos) return true;
  }
  return false;
}

void judge(const Subject& subject, std::uint32_t token, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  const std::string_view text = document.text();
  const Span span = document.tokens()[token].span();
  const auto parts = parts_of(text, span);
  const Helpdesk* helpdesk = subject.facts.helpdesk;
  if (!parts) {
    // "%first_name%"
    const std::string_view whole = document.text(span);
    if (helpdesk == nullptr && whole.size() > 2 && whole[0] == '%' && whole.back() == '%' &&
        is_customer_name(whole.substr(1, whole.size() - 2))) {
      findings.push_back(subject.finding({token, token + 1}));
    }
    return;
  }
  if (parts->kind == Behind::comma || parts->kind == Behind::other) return;
  if (parts->kind == Behind::filters &&
      (helpdesk == nullptr || says_fallback(document.text(parts->behind)) ||
       document.text(parts->behind).find("||") != std::string_view::npos)) {
    return;
  }
  const std::string name = plain_name(document.text(parts->name), false);
  if (is_asked_for(document, token, name)) return;
  if (helpdesk == nullptr) {
    const bool user = parts->open == "<" && name.starts_with("user.");
    if (parts->open == "#{" || parts->open == "%{") return;
    if (user || is_customer_name(name)) findings.push_back(subject.finding({token, token + 1}));
    return;
  }
  if (helpdesk->fallback.empty()) return;
  if (parts->open != helpdesk->open && parts->open != "<") return;
  const Variable* variable = find_variable(*helpdesk, name);
  if (variable == nullptr) {
    // Right or misspelt, it needs one.
    variable = find_variable(*helpdesk, about_unknown(*helpdesk, name).instead);
  }
  if (variable == nullptr) return;
  const Stands stands = variable->stands;
  if (stands != Stands::customer_first && stands != Stands::customer_last &&
      stands != Stands::customer_full) {
    return;
  }
  Finding finding = subject.finding({token, token + 1});
  if (stands == Stands::customer_first) offer(subject, *parts, *helpdesk, finding);
  findings.push_back(std::move(finding));
}

}  // namespace

void detect_placeholder_fallback(const Subject& subject, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  if (!document.has(Token::Kind::placeholder)) return;
  const auto tokens = document.tokens();
  const std::size_t most = findings.size() + most_findings;
  for (std::uint32_t i = 0; i < tokens.size() && findings.size() < most; ++i) {
    if (tokens[i].kind != Token::Kind::placeholder) continue;
    if (is_placeholder_in_scope(subject, i)) judge(subject, i, findings);
  }
}

}  // namespace tonelint
