#include "apps/cli/catalogue.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace tonelint::cli {
namespace {

/// Of each kind; more are in the guide.
constexpr std::size_t most_examples = 2;

/// Text that Markdown would take for its own marks stands as it is; line breaks become visible.
std::string escaped(std::string_view text) {
  std::string out;
  bool broken = false;
  for (const char c : text) {
    if (c == '\n') {
      broken = true;
      continue;
    }
    if (broken) out += " ⏎ ";
    broken = false;
    if (std::string_view("\\`*_[]<>|~#").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

/// The bad text, with what the rule finds in bold.
std::string marked(const Example& example) {
  std::string out;
  std::size_t at = 0;
  const std::string_view text = example.text;
  for (const Span mark : example.marks) {
    out += escaped(text.substr(at, mark.begin - at));
    const std::string words = escaped(text.substr(mark.begin, mark.size()));
    out.append("**").append(words.empty() ? "…" : words).append("**");
    at = mark.end;
  }
  return out + escaped(text.substr(at));
}

/// What the example says of the customer, in short.
std::string around(const Example& example) {
  std::string out;
  if (!example.context.customer.message.empty()) {
    out = "The customer wrote: " + escaped(example.context.customer.message);
  } else if (!example.context.customer.name.empty()) {
    out = "The customer is called " + escaped(example.context.customer.name) + ".";
  } else if (!example.context.helpdesk.empty()) {
    out = "The helpdesk: " + escaped(example.context.helpdesk) + ".";
  }
  return out;
}

/// The part of a page's address that leads to a heading.
std::string anchor(std::string_view heading) {
  std::string out;
  for (const char c : heading) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
                        static_cast<unsigned char>(c) >= 0x80;
    if (letter) out += c;
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c + 32);
    if (c == ' ') out += '-';
  }
  return out;
}

void add_example(const Example& example, std::string& out) {
  out.append(example.bad ? "- ✗ " : "- ✓ ");
  out.append(example.bad ? marked(example) : escaped(example.text)).append("\n");
  if (const std::string context = around(example); !context.empty()) out += "  " + context + "\n";
  if (example.good) out += "  → " + escaped(*example.good) + "\n";
}

void add_rule(const RuleText& rule, std::string& out) {
  out.append("\n### ").append(rule.id).append("\n\n**").append(name_of(rule.level)).append("**");
  if (rule.off) out += ", switched off";
  out.append(": ").append(escaped(rule.message)).append("\n");
  if (!rule.why.empty()) out.append("\n*Why:* ").append(escaped(rule.why)).append("\n");
  std::string examples;
  for (const bool bad : {true, false}) {
    std::size_t shown = 0;
    for (const Example& each : rule.examples) {
      if (each.bad == bad && shown++ < most_examples) add_example(each, examples);
    }
  }
  if (!examples.empty()) out.append("\n").append(examples);
  if (!rule.conditions.empty()) {
    out += "\n*When:*";
    for (const std::string& condition : rule.conditions) out.append(" ").append(escaped(condition));
    out += "\n";
  }
  if (!rule.source.empty()) out.append("\n*Source:* ").append(escaped(rule.source)).append("\n");
  if (!rule.link.empty()) out.append("\n<").append(rule.link).append(">\n");
}

struct Category {
  std::string_view name, file;
  std::vector<const RuleText*> rules;
};

std::vector<Category> categories_of(const LoadedGuide& loaded) {
  std::vector<Category> categories;
  for (const RuleText& rule : loaded.rules) {
    auto found = std::find_if(categories.begin(), categories.end(),
                              [&](const Category& each) { return each.name == rule.category; });
    if (found == categories.end()) {
      categories.push_back({rule.category, rule.file, {}});
      found = categories.end() - 1;
    }
    found->rules.push_back(&rule);
  }
  return categories;
}

}  // namespace

std::string catalogue_of(const LoadedGuide& loaded, std::string_view name) {
  const std::vector<Category> categories = categories_of(loaded);
  std::string out = "# The rules of the guide " + std::string(name) + "\n\n";
  out += std::to_string(loaded.rules.size()) + " rules. An **error** holds a reply back, a ";
  out += "**warning** should be looked at, a **suggestion** may help. In the examples ✗ is a text ";
  out += "that the rule speaks up in, with the words it means in bold, → what to write instead, ";
  out += "and ✓ a text that it leaves alone; ⏎ is a line break.\n\n";
  out += "This page is written by `tonelint rules --guide " + std::string(name) +
         " --format markdown` from the rules themselves; change those and run it again.\n";
  out += "\n## Contents\n\n";
  for (const Category& category : categories) {
    out += "- [" + std::string(category.name) + "](#" + anchor(category.name) + "): ";
    const char* between = "";
    for (const RuleText* rule : category.rules) {
      out += between;
      out += "[" + rule->id + "](#" + anchor(rule->id) + ")";
      between = ", ";
    }
    out += "\n";
  }
  for (const Category& category : categories) {
    out += "\n## " + std::string(category.name) + "\n";
    if (!category.file.empty()) {
      out += "\nFrom [" + std::string(category.file) + "](" + std::string(category.file) + ").\n";
    }
    for (const RuleText* rule : category.rules) add_rule(*rule, out);
  }
  return out;
}

}  // namespace tonelint::cli
