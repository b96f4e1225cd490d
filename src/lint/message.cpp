#include <charconv>
#include <cmath>

#include "lint/one_line.hpp"
#include "lint/rewrite.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

void append_number(double number, std::string& out) {
  char digits[32];
  const int decimals = number == std::floor(number) ? 0 : 1;
  const auto end =
      std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed, decimals);
  out.append(digits, end.ptr);
}

/// “About 67 of 100 sentences”: nobody asks for tenths.
double count_told(const RuleRecord& rule, double count) {
  const bool of_hundred = rule.per == Per::hundred_words || rule.per == Per::hundred_sentences;
  return of_hundred && count >= 10 ? std::round(count) : count;
}

/// White space of any kind becomes one space; a very long match is cut.
void append_words(std::string_view words, std::string& out) {
  constexpr std::size_t longest = 80;
  if (words.size() <= longest && is_one_line(words) && words.front() != ' ' &&
      words.back() != ' ') {
    out += words;
    return;
  }
  std::size_t used = 0;
  bool space = false;
  for (const char c : words) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      space = used != 0;
      continue;
    }
    if (space) out += ' ', ++used;
    space = false;
    if (used >= longest && !utf8::is_continuation(c)) {
      out += "…";
      return;
    }
    out += c;
    ++used;
  }
}

bool append_binding(const Subject& subject, const Finding& finding, std::string_view name,
                    std::string& out) {
  if (finding.hit == nullptr) return false;
  const AlternativeRecord& way = subject.phrases.alternatives[finding.hit->alternative];
  for (const auto& binding : subject.phrases.bindings.subspan(way.bindings, way.binding_count)) {
    if (subject.phrases.string(binding.name, binding.name_size) != name) continue;
    if (binding.capture == 0) {
      out += subject.phrases.string(binding.text, binding.text_size);
    } else {
      const Range range = subject.scan.capture(*finding.hit, binding.capture);
      append_words(subject.document.text(subject.document.span(range)), out);
    }
    return true;
  }
  return false;
}

}  // namespace

std::string fill_message(const Subject& subject, const Finding& finding, std::string_view match) {
  const std::string_view message = subject.string(subject.rule.message);
  std::string out;
  out.reserve(message.size() + match.size());
  for (std::size_t at = 0; at < message.size();) {
    const std::size_t open = message.find('{', at);
    out += message.substr(at, open - at);
    if (open == std::string_view::npos) break;
    const std::size_t close = message.find('}', open);
    if (close == std::string_view::npos) {
      out += message.substr(open);
      break;
    }
    const std::string_view name = message.substr(open + 1, close - open - 1);
    if (name == "match") {
      append_words(match, out);
    } else if (name == "count") {
      append_number(count_told(subject.rule, finding.count), out);
    } else if (name == "max" && std::isfinite(subject.rule.max)) {
      append_number(subject.rule.max, out);
    } else if (name == "min" && std::isfinite(subject.rule.min)) {
      append_number(subject.rule.min, out);
    } else if (name == "customer") {
      const std::string& first = subject.facts.customer.first;
      out += first.empty() ? "the customer" : first;
    } else if (name == "agent") {
      const std::string& agent = subject.facts.context->agent.name;
      out += agent.empty() ? "the agent" : agent;
    } else if (name == "helpdesk") {
      const Helpdesk* helpdesk = subject.facts.helpdesk;
      out += helpdesk == nullptr ? "The helpdesk" : helpdesk->title;
    } else if (!append_binding(subject, finding, name, out)) {
      out += message.substr(open, close + 1 - open);
    }
    at = close + 1;
  }
  return out;
}

}  // namespace tonelint
