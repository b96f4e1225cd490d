#include <algorithm>

#include "apps/serve/service.hpp"
#include "tonelint/output.hpp"

namespace tonelint::serve {
namespace {

/// All but the brace that ends it.
void add_rule(std::string& out, const RuleText& rule) {
  out += rule.off ? "{\"off\":true" : "{\"off\":false";
  daemon::add_member(out, "id", rule.id);
  daemon::add_member(out, "category", rule.category);
  daemon::add_member(out, "level", name_of(rule.level));
  daemon::add_member(out, "form", rule.form);
  daemon::add_member(out, "message", rule.message);
  daemon::add_member(out, "why", rule.why);
  daemon::add_member(out, "source", rule.source);
  daemon::add_member(out, "link", rule.link);
}

template <typename Items, typename Add>
void add_list(std::string& out, std::string_view key, const Items& items, const Add& add) {
  out += ",\"";
  out += key;
  out += "\":[";
  std::string_view between;
  for (const auto& item : items) {
    out += between;
    between = ",";
    add(item);
  }
  out += ']';
}

/// What is known around an example, in the shape of a draft. Every example has a channel.
void add_context(std::string& out, const Example& example) {
  const Context& context = example.context;
  const auto text = [&](std::string_view key, std::string_view value) {
    if (!value.empty()) daemon::add_member(out, key, value);
  };
  out += "{\"channel\":";
  append_json(out, context.channel);
  const std::size_t before_customer = out.size();
  text("name", context.customer.name);
  text("message", context.customer.message);
  if (out.size() > before_customer) {
    out.replace(before_customer, 1, ",\"customer\":{");
    out += '}';
  }
  if (!context.agent.name.empty()) {
    out += ",\"agent\":{\"name\":";
    append_json(out, context.agent.name);
    out += '}';
  }
  if (context.turn) daemon::add_member(out, "turn", std::uint64_t{*context.turn});
  if (context.is_template) {
    out += *context.is_template ? ",\"template\":true" : ",\"template\":false";
  }
  if (context.attachments)
    daemon::add_member(out, "attachments", std::uint64_t{*context.attachments});
  text("helpdesk", context.helpdesk);
  if (example.syntax != Syntax::text) {
    text("syntax", example.syntax == Syntax::html ? "html" : "markdown");
  }
  if (!context.tags.empty()) {
    add_list(out, "tags", context.tags, [&](const std::string& tag) { append_json(out, tag); });
  }
  if (!context.thread.empty()) {
    add_list(out, "thread", context.thread, [&](const Context::Message& each) {
      out += R"({"from":"customer","text":)";
      append_json(out, each.text);
      out += '}';
    });
  }
  out += '}';
}

}  // namespace

Answer answer_rules(Service& service, const Request& request) {
  WantedGuide wanted = wanted_guide(service, request);
  if (wanted.refused) return std::move(*wanted.refused);
  Answer answer{.body = R"({"version":1)"};
  daemon::add_member(answer.body, "guide", wanted.guide->name);
  add_list(answer.body, "rules", wanted.guide->loaded.rules, [&](const RuleText& rule) {
    add_rule(answer.body, rule);
    answer.body += '}';
  });
  answer.body += "}\n";
  return answer;
}

Answer answer_rule(Service& service, const Request& request) {
  WantedGuide wanted = wanted_guide(service, request);
  if (wanted.refused) return std::move(*wanted.refused);
  const std::string_view id = request.path.substr(request.path.rfind('/') + 1);
  const auto& rules = wanted.guide->loaded.rules;
  const auto rule =
      std::find_if(rules.begin(), rules.end(), [&](const RuleText& each) { return each.id == id; });
  if (rule == rules.end()) {
    return problem(404, "no-such-rule", "Not Found",
                   "The guide has no rule of that name; /v1/rules lists those it has.");
  }
  Answer answer;
  std::string& out = answer.body;
  const auto text = [&](const std::string& each) { append_json(out, each); };
  const auto phrase = [&](const PhraseText& each) {
    out += "{\"phrase\":";
    append_json(out, each.text);
    if (each.rewrite) daemon::add_member(out, "rewrite", *each.rewrite);
    out += '}';
  };
  add_rule(out, *rule);
  daemon::add_member(out, "guide", wanted.guide->name);
  add_list(out, "conditions", rule->conditions, text);
  add_list(out, "phrases", rule->phrases, phrase);
  add_list(out, "exceptions", rule->exceptions, phrase);
  add_list(out, "examples", rule->examples, [&](const Example& each) {
    out += each.bad ? "{\"bad\":" : "{\"good\":";
    append_json(out, each.text);
    if (each.bad && each.good) daemon::add_member(out, "good", *each.good);
    out += ",\"context\":";
    add_context(out, each);
    out += '}';
  });
  out += "}\n";
  return answer;
}

}  // namespace tonelint::serve
