#include <catch2/catch.hpp>

#include "checks/world.hpp"

namespace tonelint::testing {
namespace {

Lines found(std::string_view detector, std::string_view helpdesk, std::string_view text,
            std::string_view file = "") {
  return detect(detector, text, {}, {.is_template = true, .helpdesk = std::string(helpdesk)}, file);
}
Lines unknown(std::string_view helpdesk, std::string_view text, std::string_view file = "") {
  return found("placeholder-unknown", helpdesk, text, file);
}
Lines filter(std::string_view helpdesk, std::string_view text) {
  return found("placeholder-filter", helpdesk, text);
}
Lines fallback(std::string_view helpdesk, std::string_view text, std::string_view file = "") {
  return found("placeholder-fallback", helpdesk, text, file);
}

/// A variable as its helpdesk writes it; of a family one of its members.
std::string written(const Helpdesk& helpdesk, const Variable& variable) {
  std::string name(variable.name);
  if (name.ends_with('*')) name.replace(name.size() - 1, 1, "x1");
  return std::string(helpdesk.open) + name + std::string(helpdesk.close);
}

}  // namespace

TEST_CASE("every variable of the table is known to its helpdesk") {
  for (const Helpdesk& helpdesk : helpdesks()) {
    for (const Variable& variable : helpdesk.variables) {
      const std::string text = "Hi, it is about " + written(helpdesk, variable) + " today.";
      INFO(helpdesk.name << ": " << text);
      CHECK(unknown(helpdesk.name, text).empty());
      CHECK(filter(helpdesk.name, text).empty());
      CHECK(found("placeholder-unclosed", helpdesk.name, text).empty());
    }
  }
}

TEST_CASE("a slip in the name of a variable") {
  const auto first = [](std::string_view helpdesk, std::string_view text) {
    const Lines lines = unknown(helpdesk, text);
    return lines.empty() ? std::string("none") : lines[0];
  };
  CHECK(first("zendesk", "Hi {{ticket.requster.first_name}},") ==
        "{{ticket.requster.first_name}} → ticket.requester.first_name");
  CHECK(first("zendesk", "Hi {{ Ticket.Requester.Name }},") ==
        "{{ Ticket.Requester.Name }} → ticket.requester.name");
  CHECK(first("freshdesk", "Hi {{ticket.requester.first_name}},") ==
        "{{ticket.requester.first_name}} → ticket.requester.firstname");
  CHECK(first("helpscout", "Hi {%customer.fristName,fallback=there%},") ==
        "{%customer.fristName,fallback=there%} → customer.firstName");
  CHECK(first("front", "Hi {{recipient.frist_name}},") ==
        "{{recipient.frist_name}} → recipient.first_name");
  CHECK(first("front", "Hi {{recipent.first_name}},") ==
        "{{recipent.first_name}} → recipient.first_name");
  CHECK(first("gorgias", "Hi {{ticket.customer.first_name}},") ==
        "{{ticket.customer.first_name}} → ticket.customer.firstname");
  CHECK(first("hubspot", "Hi {{ contact.fistname }},") ==
        "{{ contact.fistname }} → contact.firstname");
  CHECK(first("chatwoot", "Hi {{contact.firstname}},") ==
        "{{contact.firstname}} → contact.first_name");
  CHECK(first("zammad", "Hi #{tiket.customer.firstname},") ==
        "#{tiket.customer.firstname} → ticket.customer.firstname");
  CHECK(first("freescout", "Hi {%customer.firstname%},") ==
        "{%customer.firstname%} → customer.firstName");
  CHECK(first("osticket", "Hi %{tiket.name.first},") == "%{tiket.name.first} → ticket.name.first");
  CHECK(first("uvdesk", "Hi {%ticket.custmerName%},") ==
        "{%ticket.custmerName%} → ticket.customerName");
  CHECK(first("discourse", "Hi %{repl_to_name,fallback:there},") ==
        "%{repl_to_name,fallback:there} → reply_to_name");
  CHECK(first("intercom", "Hi {{user.first_nmae}},") == "{{user.first_nmae}} → user.first_name");
}

TEST_CASE("the syntax of another helpdesk") {
  CHECK(unknown("zendesk", "Hi {%customer.firstName%},") ==
        Lines{"{%customer.firstName%} → {{ticket.requester.first_name}}"});
  CHECK(unknown("helpscout", "Hi {{ticket.requester.first_name}},") ==
        Lines{"{{ticket.requester.first_name}} → {%customer.firstName%}"});
  CHECK(unknown("zammad", "Hi {{ticket.customer.firstname}},") ==
        Lines{"{{ticket.customer.firstname}} → #{ticket.customer.firstname}"});
  CHECK(unknown("zendesk", "Hi {{customer.email}},") == Lines{"{{customer.email}}"});
  CHECK(unknown("helpscout", "It is {% if vip %}so{% endif %}.") ==
        Lines{"{% if vip %}", "{% endif %}"});
  // What is to be filled in by hand.
  CHECK(unknown("zendesk", "Hi [NAME], {name}, [[amount]], XXX, %name%.").empty());
  CHECK(unknown("helpscout", "The amount is {{amount}}.").empty());
}

TEST_CASE("variables that are none of the table's and right") {
  CHECK(unknown("", "Hi {{ticket.requster.first_name}},").empty());
  CHECK(unknown("zendesk", "{{dc.any_item}} {{ticket.ticket_field_360012}}").empty());
  CHECK(unknown("zendesk", "{{ticket.ccs[0].name}} {{ticket.comments.size}}").empty());
  CHECK(unknown("zendesk", "{{'now' | date: '%Y'}}").empty());
  CHECK(unknown("zendesk", "{% assign who = ticket.requester.name %}Hi {{who}},").empty());
  CHECK(unknown("zendesk", "{% for c in ticket.comments %}{{c.value}}{% endfor %}").empty());
  CHECK(unknown("chatwoot", "{{contact.custom_attribute.plan}}").empty());
  CHECK(unknown("gorgias", "{{ticket.messages[-1].body_html}}").empty());
  CHECK(unknown("hubspot", "Hi {{ contact.favourite_colour }},").empty());
  CHECK(unknown("zendesk", "Write `{{ticket.titel}}` here.", "a.md").empty());
}

TEST_CASE("a slip within a tag") {
  CHECK(unknown("zendesk", "{% if ticket.vip %}Hi{% endif %}").empty());  // not a slip for "via"
  CHECK(unknown("zendesk", "{% if ticket.requster.name == 'a.b' %}Hi{% endif %}") ==
        Lines{"ticket.requster.name → ticket.requester.name"});
  CHECK(unknown("zendesk", "{% if ticket.requester.name == 'a.b' %}Hi{% endif %}").empty());
}

TEST_CASE("filters and fallbacks that a helpdesk does not have") {
  CHECK(filter("zendesk", "Hi {{ticket.requester.name | captialize | split: ' '}},") ==
        Lines{"{{ticket.requester.name | captialize | split: ' '}} → capitalize"});
  CHECK(filter("zendesk", "Hi {{ticket.requester.first_name,fallback=you}},") ==
        Lines{"{{ticket.requester.first_name,fallback=you}} →  | default: \"you\""});
  CHECK(filter("helpscout", "Hi {%customer.firstName|default:'you'%},") ==
        Lines{"{%customer.firstName|default:'you'%} → ,fallback=you"});
  CHECK(filter("helpscout", "Hi {%customer.firstName,fallback:there%},") ==
        Lines{"{%customer.firstName,fallback:there%} → ,fallback=there"});
  CHECK(filter("discourse", "Hi %{reply_to_name,fallback=there},") ==
        Lines{"%{reply_to_name,fallback=there} → ,fallback:there"});
  CHECK(filter("zammad", "Hi #{ticket.customer.firstname|upcase},") ==
        Lines{"#{ticket.customer.firstname|upcase} → "});
  CHECK(filter("intercom", "Hi {{user.name|default:'there'}},") ==
        Lines{"{{user.name|default:'there'}} → |fallback:\"there\""});
  CHECK(filter("gorgias", "On {{ticket.created_datetime|datetime_fromat(\"MMM\")}}.") ==
        Lines{"{{ticket.created_datetime|datetime_fromat(\"MMM\")}} → datetime_format"});
  CHECK(filter("hubspot", "Hi {{ contact.firstname|defualt(\"there\", true) }},") ==
        Lines{"{{ contact.firstname|defualt(\"there\", true) }} → default"});
  CHECK(filter("zendesk", "{% assign a = ticket.title | upcse %}{{a}}") ==
        Lines{"{% assign a = ticket.title | upcse %} → upcase"});
}

TEST_CASE("filters and fallbacks as their helpdesks have them") {
  CHECK(filter("zendesk", "{{ticket.title | split:\"|\" | last | upcase}}").empty());
  CHECK(filter("helpscout", "Hi {%customer.firstName,fallback=%},").empty());
  CHECK(filter("freescout", "Hi {%customer.firstName,fallback=there%},").empty());
  CHECK(filter("intercom", "Hi {{user.name|fallback:\"there\"}},").empty());
  CHECK(filter("gorgias", "{{ticket.created_datetime|datetime_format(\"MMM Do YY\")}}").empty());
  CHECK(filter("hubspot", "Hi {{ contact.firstname|default(\"there\", true) }},").empty());
  CHECK(filter("chatwoot", "Hi {{ contact.first_name || 'there' }},").empty());
  CHECK(filter("discourse", "Hi %{reply_to_name,fallback:there},").empty());
  CHECK(filter("front", "Hi {{recipient.first_name|anything}},").empty());
  CHECK(filter("", "Hi {{a|b}},").empty());
}

TEST_CASE("a name without a fallback") {
  CHECK(fallback("helpscout", "Hi {%customer.firstName%},") ==
        Lines{"{%customer.firstName%} → {%customer.firstName,fallback=there%}"});
  CHECK(fallback("intercom", "Hi {{user.first_name}},") ==
        Lines{"{{user.first_name}} → {{user.first_name|fallback:\"there\"}}"});
  CHECK(fallback("intercom", "Hi <attribute key=\"user.first_name\"/>,", "a.html") ==
        Lines{"<attribute key=\"user.first_name\"/> →  default=\"there\""});
  CHECK(fallback("zendesk", "Dear {{ticket.requester.name}},") ==
        Lines{"{{ticket.requester.name}}"});
  CHECK(fallback("helpscout", "Hi {%customer.fristName%},").size() == 1);
  CHECK(fallback("", "Hi {{customer.first_name}} and %first_name%,").size() == 2);
}

TEST_CASE("names that need no fallback") {
  CHECK(fallback("zendesk", "Best,\n{{current_user.first_name}}, {{ticket.id}}").empty());
  CHECK(fallback("helpscout", "Best,\n{%user.firstName%}, {%mailbox.name%}").empty());
  CHECK(
      fallback("", "Best,\n{%user.firstName%} {{current_user.first_name}} {{ticket.id}}").empty());
  CHECK(fallback("", "Best,\n{{agent.name}}, {{brand.name}}, {{ticket.brand.name}}").empty());
  CHECK(fallback("helpscout", "Hi {%customer.firstName,fallback=there%},").empty());
  CHECK(fallback("intercom", "Hi <attribute key=\"user.name\" default=\"there\"/>,", "a.html")
            .empty());
  CHECK(fallback("chatwoot", "Hi {{contact.first_name | default: 'there'}},").empty());
  CHECK(fallback("zammad", "Hi #{ticket.customer.firstname},").empty());
  CHECK(fallback("zendesk",
                 "Hi {% if ticket.requester.first_name != '' %}{{ticket.requester.first_name}}"
                 "{% else %}there{% endif %},")
            .empty());
}

TEST_CASE("brackets that do not close") {
  const auto unclosed = [](std::string_view text) {
    return found("placeholder-unclosed", "", text);
  };
  CHECK(unclosed("Hi {{ticket.requester.name},") ==
        Lines{"{{ticket.requester.name} → {{ticket.requester.name}}"});
  CHECK(unclosed("Hi {{ticket.requester.name, it's here.") ==
        Lines{"{{ticket.requester.name → {{ticket.requester.name}}"});
  CHECK(unclosed("Hi {ticket.requester.name}},") ==
        Lines{"{ticket.requester.name}} → {{ticket.requester.name}}"});
  CHECK(unclosed("Hi {%customer.firstName},") ==
        Lines{"{%customer.firstName} → {%customer.firstName%}"});
  CHECK(unclosed("It is {% if vip now. {% endif %}") == Lines{"{% if"});
  CHECK(unclosed("Hi {{ticket.id}, it's {{ticket.id}}.") == Lines{"{{ticket.id} → {{ticket.id}}"});
}

TEST_CASE("brackets that mean nothing") {
  const auto unclosed = [](std::string_view text, std::string_view file = "") {
    return found("placeholder-unclosed", "", text, file);
  };
  CHECK(unclosed("Hi {name}, {{ticket.id}} {%customer.firstName%} #{a.b} %{a.b}.").empty());
  CHECK(unclosed("Put {{ and }} around it, or { and }.").empty());
  CHECK(unclosed("Write `{{ticket.id` here.", "a.md").empty());
  CHECK(unclosed("It's :-{ and {1}.").empty());
  CHECK(
      unclosed("Hi {{\nticket.requester.name\n| replace: '{', '' }}, {% if a ==\n'{' %}").empty());
  CHECK(unclosed("Hi {{ticket.id | replace: '" + std::string(300, 'x') + "', ''}},").empty());
}

TEST_CASE("tags without a partner in a reply") {
  const auto tags = [](std::string_view text) { return found("template-tag", "zendesk", text); };
  CHECK(tags("{% if ticket.id %}It's here.") == Lines{"{% if ticket.id %}"});
  CHECK(tags("It's here.{% endif %}") == Lines{"{% endif %}"});
  CHECK(tags("It's {% else %}here.") == Lines{"{% else %}"});
  CHECK(tags("{% if ticket.id %}a{% elseif b %}b{% endfi %}") ==
        Lines{"{% elseif b %} → elsif", "{% endfi %} → endif"});
  CHECK(tags("{% if ticket.id %}a{% else %}b{% endif %}").empty());
  CHECK(found("template-tag", "helpscout", "{% if ticket.id %}It's here.").empty());
}

TEST_CASE("HTML editors encode signs within placeholders") {
  CHECK(filter("zendesk", "Hi {{ticket.requester.name | upcse}},").size() == 1);
  CHECK(found("placeholder-filter", "zendesk",
              "<p>Hi {{ticket.requester.name&nbsp;|&nbsp;default:&nbsp;&quot;you&quot;}},</p>",
              "a.html")
            .empty());
  CHECK(
      fallback("zendesk", "<p>Hi {{ticket.requester.name|default:&quot;you&quot;}},</p>", "a.html")
          .empty());
  CHECK(unknown("zendesk", "<p>{%&nbsp;if ticket.id&nbsp;&gt;&nbsp;ticket.titel %}a{% endif %}</p>",
                "a.html") == Lines{"ticket.titel → ticket.title"});
  CHECK(unknown("zendesk", "<p>Hi {{&nbsp;ticket.requster.name&nbsp;}},</p>", "a.html") ==
        Lines{"{{\xC2\xA0ticket.requster.name\xC2\xA0}} → ticket.requester.name"});
}

}  // namespace tonelint::testing
