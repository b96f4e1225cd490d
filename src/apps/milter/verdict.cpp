#include "apps/milter/verdict.hpp"

#include <algorithm>

#include "tonelint/output.hpp"

namespace tonelint::milter {
namespace {

/// An SMTP reply is one line of at most 512 bytes.
constexpr std::size_t longest_reason = 400;

std::string header(std::string_view name) { return std::string(header_prefix).append(name); }

/// The rules that spoke, each once, the gravest first.
std::vector<const Diagnostic*> gravest_first(const Report& report) {
  std::vector<const Diagnostic*> rules;
  for (const Diagnostic& found : report.diagnostics) {
    const auto same = [&](const Diagnostic* other) { return other->rule == found.rule; };
    if (std::none_of(rules.begin(), rules.end(), same)) rules.push_back(&found);
  }
  std::stable_sort(rules.begin(), rules.end(), [](const Diagnostic* one, const Diagnostic* other) {
    return one->level > other->level;
  });
  return rules;
}

/// SMTP replies are ASCII: quotation marks and dashes become plain ones, the rest "?".
std::string ascii(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte < 0x7f) {
      out += text[i];
    } else if (byte >= 0xc0) {
      const std::string_view letter = text.substr(i, 3);
      out += letter == "“" || letter == "”"   ? '"'
             : letter == "’" || letter == "‘" ? '\''
             : letter == "–" || letter == "—" ? '-'
                                              : '?';
    } else if (byte < 0x20) {
      out += ' ';
    }
  }
  return out;
}

/// What to change, by the names of rules and their reasons: a message could quote the mail.
std::string reason_for(const std::vector<const Diagnostic*>& rules, std::size_t errors) {
  std::string out = "Not sent: please change " + counted(errors, "thing") + ".";
  for (const Diagnostic* found : rules) {
    if (found->level != Level::error) break;
    std::string more = " " + std::string(found->rule) + ".";
    if (!found->why.empty()) more.append(" ").append(ascii(found->why));
    if (out.size() + more.size() > longest_reason) break;
    out += more;
  }
  return out;
}

/// "insult, late-apology": as many as make up a line.
std::string names_of(const std::vector<const Diagnostic*>& rules) {
  constexpr std::size_t longest = 900;
  std::string out;
  for (const Diagnostic* found : rules) {
    if (out.size() + found->rule.size() > longest) return out + ", ...";
    // Folded, as lines of a mail have some 78 characters.
    if (!out.empty()) out += out.size() - (out.rfind('\n') + 1) > 55 ? ",\n\t" : ", ";
    out += found->rule;
  }
  return out;
}

}  // namespace

Verdict verdict_of(const Guide& guide, const Mail& mail) {
  if (mail.text.empty()) return unchecked(mail.why);
  Context context;
  context.channel = "email";
  context.is_template = false;
  context.attachments = mail.attachments;
  context.customer.name = mail.customer;
  const Report report = lint(guide, {.name = "mail", .bytes = mail.text, .syntax = mail.syntax},
                             context, {.rewrites = false, .score = true});
  // Nothing is left where all of it is quoted or a signature.
  if (report.words == 0) return unchecked("no words of its own");
  Verdict verdict;
  verdict.errors = report.count(Level::error);
  verdict.warnings = report.count(Level::warning);
  verdict.suggestions = report.count(Level::suggestion);
  verdict.name = report.verdict();
  const auto rules = gravest_first(report);
  verdict.headers.emplace_back(header("Verdict"), verdict.name);
  verdict.headers.emplace_back(header("Findings"), counted(verdict.errors, "error") + ", " +
                                                       counted(verdict.warnings, "warning") + ", " +
                                                       counted(verdict.suggestions, "suggestion"));
  if (!rules.empty()) verdict.headers.emplace_back(header("Rules"), names_of(rules));
  if (report.score) {
    verdict.headers.emplace_back(header("Score"), std::to_string(report.score->overall));
  }
  if (verdict.errors > 0) verdict.reason = reason_for(rules, verdict.errors);
  return verdict;
}

Verdict unchecked(std::string_view why) {
  Verdict verdict;
  verdict.headers.emplace_back(header("Verdict"), "unchecked (" + std::string(why) + ")");
  return verdict;
}

}  // namespace tonelint::milter
