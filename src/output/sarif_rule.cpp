#include "output/sarif_rule.hpp"

#include "text/utf8.hpp"

namespace tonelint {
namespace {

/// What GitHub shows of a description.
constexpr std::size_t most_characters = 1024;

/// The text of a rule for all its findings: “{match}” becomes “…”.
std::string for_any_finding(std::string_view message) {
  std::string text;
  for (std::size_t at = 0; at < message.size();) {
    const std::size_t end = message[at] == '{' ? message.find('}', at) : std::string_view::npos;
    if (end != std::string_view::npos) {
      text += "…";
      at = end + 1;
    } else {
      text += message[at++];
    }
  }
  return text;
}

std::string shortened(std::string text) {
  if (utf8::length(text) <= most_characters) return text;
  std::size_t at = 0;
  for (std::size_t count = 1; count < most_characters; ++count) at += utf8::decode(text, at).size;
  text.resize(at);
  return text + "…";
}

/// Text that Markdown shows as it is.
std::string in_markdown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_{}[]<>#|~&").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

/// An address between < and >, which must not end it.
std::string as_target(std::string_view link) {
  std::string out = "<";
  for (const char c : link) {
    if (c == '<') {
      out += "%3C";
    } else if (c == '>') {
      out += "%3E";
    } else if (c != '\n' && c != '\r') {
      out += c;
    }
  }
  return out + ">";
}

bool is_address(std::string_view link) {
  return link.starts_with("https://") || link.starts_with("http://");
}

std::string_view problem_severity(Level level) {
  return level == Level::error ? "error" : level == Level::warning ? "warning" : "recommendation";
}

}  // namespace

std::string_view sarif_level(Level level) {
  return level == Level::error ? "error" : level == Level::warning ? "warning" : "note";
}

std::size_t SarifRules::index(const Diagnostic& found, const Guide& guide) {
  const auto known = numbers_.find(found.rule);
  if (known != numbers_.end()) return known->second;
  Rule rule;
  rule.id = found.rule;
  rule.category = found.category;
  rule.message = found.message;
  rule.why = found.why;
  rule.link = found.link;
  rule.level = found.level;
  if (const auto facts = guide.rule(found.rule)) {
    rule.message = for_any_finding(facts->message);
    rule.level = facts->level;
  }
  numbers_.emplace(rule.id, rules_.size());
  rules_.push_back(std::move(rule));
  return rules_.size() - 1;
}

void SarifRules::write(Json& json) const {
  json.list(rules_, [&](const Rule& rule) {
    json.raw("\n");
    write(json, rule);
  });
}

void SarifRules::write(Json& json, const Rule& rule) {
  const std::string message = rule.message.empty() ? rule.id : rule.message;
  const std::string all = rule.why.empty() ? message : message + " " + rule.why;
  const std::string more = "tonelint explain " + rule.id;
  std::string text = all + "\n\nMore: " + more;
  std::string markdown = in_markdown(message) + "\n\n";
  if (!rule.why.empty()) markdown += in_markdown(rule.why) + "\n\n";
  markdown += "More: `" + more + "`";
  if (is_address(rule.link)) {
    text += "\n" + rule.link;
    markdown += ", or [read about it](" + as_target(rule.link) + ")";
  }
  json.raw("{\"id\":").text(rule.id);
  json.raw(",\"shortDescription\":{\"text\":").text(shortened(message));
  json.raw("},\"fullDescription\":{\"text\":").text(shortened(all));
  json.raw("},\"help\":{\"text\":").text(text).member("markdown", markdown).raw("}");
  if (is_address(rule.link)) json.member("helpUri", rule.link);
  json.raw(",\"defaultConfiguration\":{\"level\":").text(sarif_level(rule.level));
  json.raw("},\"properties\":{\"problem.severity\":").text(problem_severity(rule.level));
  json.member("precision", "high").raw(",\"tags\":[\"tone\"");
  if (!rule.category.empty()) json.raw(",").text(rule.category);
  json.raw("]}}");
}

}  // namespace tonelint
