#include "apps/cli/example_context.hpp"

#include <string_view>

namespace tonelint::cli {
namespace {

/// A text on one line, in quotation marks.
std::string in_quotation_marks(std::string_view text) {
  std::string out = "“";
  for (const char c : text) out += c == '\n' ? ' ' : c;
  while (out.ends_with(' ')) out.pop_back();
  return out += "”";
}

}  // namespace

std::vector<std::string> context_of(const Example& example) {
  const Context& context = example.context;
  std::vector<std::string> lines;
  const auto named = [&](std::string_view whom, const std::string& name) {
    if (!name.empty()) lines.push_back(std::string(whom) + " is called " + name + ".");
  };
  named("The customer", context.customer.name);
  for (const Context::Message& each : context.thread) {
    lines.push_back("Earlier the customer wrote: " + in_quotation_marks(each.text));
  }
  if (!context.customer.message.empty()) {
    lines.push_back("The customer wrote: " + in_quotation_marks(context.customer.message));
  }
  named("The agent", context.agent.name);
  // Examples that name no channel have that of their guide, which is nearly always e-mail.
  if (!context.channel.empty() && context.channel != channel_names[0]) {
    lines.push_back("The channel is " + context.channel + ".");
  }
  if (context.turn) {
    lines.push_back("It is reply " + std::to_string(*context.turn) + " of the conversation.");
  }
  if (context.is_template)
    lines.emplace_back(*context.is_template ? "It is a saved reply." : "It is no saved reply.");
  if (context.attachments) {
    lines.push_back(*context.attachments == 0 ? "No file goes with it."
                    : *context.attachments == 1
                        ? "One file goes with it."
                        : std::to_string(*context.attachments) + " files go with it.");
  }
  if (!context.tags.empty()) {
    std::string tags;
    for (const std::string& tag : context.tags) tags += (tags.empty() ? "" : ", ") + tag;
    lines.push_back("Its tags: " + tags + ".");
  }
  if (!context.helpdesk.empty()) lines.push_back("The helpdesk is " + context.helpdesk + ".");
  if (example.syntax == Syntax::markdown) lines.emplace_back("It is written in Markdown.");
  if (example.syntax == Syntax::html) lines.emplace_back("It is written in HTML.");
  return lines;
}

}  // namespace tonelint::cli
