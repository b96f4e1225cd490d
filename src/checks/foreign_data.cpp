#include <algorithm>

#include "checks/detectors.hpp"
#include "document/word_list.hpp"
#include "text/ascii.hpp"

namespace tonelint {
namespace {

/// Houses that give private people their mailboxes. What stands at another one may be a colleague's
/// or a partner's address, which is no secret.
constexpr WordList private_hosts({"gmail",  "googlemail", "hotmail", "outlook", "live",
                                  "yahoo",  "ymail",      "icloud",  "me",      "mac",
                                  "aol",    "gmx",        "web",     "msn",     "protonmail",
                                  "proton", "fastmail",   "yandex",  "comcast", "btinternet",
                                  "orange", "libero",     "mail",    "qq",      "hey"});
constexpr std::string_view offices[] = {"support", "help",   "info",  "service",
                                        "contact", "hello",  "sales", "billing",
                                        "team",    "office", "care",  "noreply"};
/// What is counted by numbers that belong to one person.
constexpr std::string_view labels[] = {"order",  "booking", "reservation", "invoice",
                                       "policy", "account", "ticket",      "case"};
/// Words of a sentence that brings in a new number.
constexpr std::string_view new_number[] = {
    "new",     "replace", "another", "second", "also",   "instead", "reorder",   "resen",
    "resubmi", "created", "opened",  "placed", "booked", "merge",   "duplicate", "credit"};
/// Who lists more numbers of a kind lists them all.
constexpr std::size_t most_numbers = 100;

/// Where `part` begins in `text` at or behind `from`, whatever the capitals of ASCII letters.
std::size_t find(std::string_view text, std::string_view part, std::size_t from = 0) {
  if (from > text.size()) return std::string_view::npos;
  const auto at =
      std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), part.begin(),
                  part.end(), [](char a, char b) { return ascii::lower(a) == ascii::lower(b); });
  return at == text.end() ? std::string_view::npos : static_cast<std::size_t>(at - text.begin());
}

/// Whether any message of the conversation says it; the draft is none of them.
bool is_said(const Context& context, std::string_view words) {
  const auto says = [&](std::string_view text) {
    return find(text, words) != std::string_view::npos;
  };
  return says(context.customer.message) || says(context.customer.name) ||
         std::any_of(context.thread.begin(), context.thread.end(),
                     [&](const Context::Message& message) { return says(message.text); });
}

bool is_private(std::string_view address, const Context& context) {
  const std::size_t at = address.find('@');
  if (at == std::string_view::npos) return false;
  const std::string_view host = address.substr(at + 1);
  const std::string_view local = address.substr(0, at);
  if (!private_hosts.contains(host.substr(0, host.find('.')))) return false;
  // A small shop may have its mailbox there too.
  if (!context.brand.empty() && find(local, context.brand) != std::string_view::npos) return false;
  return std::none_of(std::begin(offices), std::end(offices), [&](std::string_view office) {
    return find(local, office) != std::string_view::npos;
  });
}

/// Letters, digits and hyphens; a number where four of them are digits.
struct Run {
  Span text;
  std::size_t digits = 0;
};

/// What stands behind a label that ends at `at` and may be its number: "order #10023", "invoice no.
/// AB-2207".
Run run_behind(std::string_view text, std::size_t at) {
  for (const std::string_view word : {" number", " no.", " no", " id", " is", ":"}) {
    if (find(text.substr(at, word.size()), word) == 0) at += word.size();
  }
  while (at < text.size() && (text[at] == ' ' || text[at] == '#')) ++at;
  Run run;
  run.text.begin = static_cast<std::uint32_t>(at);
  while (at < text.size() &&
         (ascii::is_digit(text[at]) || ascii::is_letter(text[at]) || text[at] == '-')) {
    run.digits += ascii::is_digit(text[at++]);
  }
  run.text.end = static_cast<std::uint32_t>(at);
  return run;
}

/// Calls `each` with every number that stands behind `label`, until it gives true.
template <class Each>
bool any_number(std::string_view text, std::string_view label, Each each) {
  std::size_t next = 0;
  for (std::size_t at = find(text, label); at != std::string_view::npos;
       at = find(text, label, next)) {
    next = at + 1;
    if (at > 0 && ascii::is_letter(text[at - 1])) continue;
    const Run run = run_behind(text, at + label.size());
    if (run.digits >= 4 && each(run.text)) return true;
    // A label within the run has no other number, unless it ends there.
    next = std::max(next, run.text.end - label.size());
  }
  return false;
}

/// Whether the conversation speaks of another number of this kind, and the draft of none of those.
bool is_anothers(const Context& context, std::string_view draft, std::string_view label) {
  std::size_t known = 0;
  std::string_view last;
  const auto look = [&](std::string_view text) {
    return any_number(text, label, [&](Span place) {
      const std::string_view number = text.substr(place.begin, place.size());
      if (number == last) return false;
      last = number;
      return ++known > most_numbers || find(draft, number) != std::string_view::npos;
    });
  };
  if (look(context.customer.message)) return false;
  for (const Context::Message& message : context.thread) {
    if (look(message.text)) return false;
  }
  return known > 0;
}

bool is_of_new_number(std::string_view sentence) {
  return std::any_of(std::begin(new_number), std::end(new_number), [&](std::string_view word) {
    return find(sentence, word) != std::string_view::npos;
  });
}

void find_numbers(const Subject& subject, const Context& context, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  for (const std::string_view label : labels) {
    std::size_t count = 0;
    any_number(document.text(), label, [&](Span number) {
      if (++count > most_numbers) return true;
      const std::uint32_t token = document.token_at(number.begin);
      if (token == document.tokens().size() || !subject.in_scope({token, token + 1})) return false;
      if (is_said(context, document.text(number))) return false;
      if (!is_anothers(context, document.text(), label)) return true;  // Nor is any behind it.
      const auto& sentence = document.sentences()[document.sentence_of(token)];
      if (is_of_new_number(document.text(document.span(sentence.tokens)))) return false;
      findings.push_back(subject.finding({token, token + 1}));
      findings.back().text = number;
      return true;
    });
  }
}

}  // namespace

void detect_foreign_data(const Subject& subject, std::vector<Finding>& findings) {
  const Context* context = subject.facts.context;
  if (context == nullptr || context->thread.empty()) return;
  const Document& document = subject.document;
  if (subject.is_set("emails") && document.has(Token::Kind::email)) {
    for (std::uint32_t i = 0; i < document.tokens().size(); ++i) {
      const Token& token = document.tokens()[i];
      if (token.kind != Token::Kind::email || !subject.in_scope({i, i + 1})) continue;
      const std::string_view address = document.text(token);
      if (is_private(address, *context) && !is_said(*context, address)) {
        findings.push_back(subject.finding({i, i + 1}));
      }
    }
  }
  if (subject.is_set("numbers")) find_numbers(subject, *context, findings);
}

}  // namespace tonelint
