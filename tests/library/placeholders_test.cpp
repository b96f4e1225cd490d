// Placeholders of saved replies are judged by the helpdesk that their file comes from.

#include <catch2/catch.hpp>

#include "checks/helpdesks.hpp"
#include "library/files.hpp"
#include "world.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

const std::string rules = guide(
    "name: {detect: placeholder-unknown}\n"
    "filter: {detect: placeholder-filter}\n"
    "bad: {find: {bad: good}, safe: true}\n");

std::string macro(const std::string& html) {
  return R"({"macros":[{"id":1,"title":"A","actions":[{"field":"comment_value_html","value":")" +
         html + R"("}]}]})";
}

Report check(std::string_view name, std::string_view file, const Context& context = {}) {
  const auto replies = replies_of(name, file);
  REQUIRE(replies.size() == 1);
  return lint(*loaded(rules).guide, replies[0], context);
}

}  // namespace

TEST_CASE("the kind of a file says whose placeholders it has") {
  const auto helpdesk_of = [](const std::string& name) {
    const std::string bytes = fixture(name);
    return std::string(replies_of(name, bytes).at(0).helpdesk);
  };
  CHECK(helpdesk_of("zendesk-macros.json") == "zendesk");
  CHECK(helpdesk_of("freshdesk-canned_responses.json") == "freshdesk");
  CHECK(helpdesk_of("helpscout-saved-replies.json") == "helpscout");
  CHECK(helpdesk_of("intercom-macros.json") == "intercom");
  CHECK(helpdesk_of("front-message_templates.json") == "front");
  CHECK(helpdesk_of("gorgias-macros.json") == "gorgias");
  CHECK(helpdesk_of("chatwoot-canned_responses.json") == "chatwoot");
  CHECK(helpdesk_of("zammad-text_modules.csv") == "zammad");
  CHECK(helpdesk_of("zammad-text_modules.json") == "zammad");
  CHECK(helpdesk_of("freescout-saved_replies.json") == "freescout");
  CHECK(helpdesk_of("osticket-premade.yaml") == "osticket");
  CHECK(helpdesk_of("uvdesk-saved_replies.json") == "uvdesk");
  CHECK(helpdesk_of("discourse-canned_replies.json") == "discourse");
  CHECK(helpdesk_of("github-replies.yml") == "github");
  const std::string own = "---\nname: A\n---\nHi {{name}},";
  CHECK(replies_of("a.md", own).at(0).helpdesk.empty());
}

TEST_CASE("every format of a helpdesk names one that is known") {
  for (const LibraryFormat& format : library_formats()) {
    const std::string_view name = format.name.substr(0, format.name.find('-'));
    if (name == "front" && format.name != "front") continue;  // front-matter
    INFO(format.name);
    CHECK(helpdesk_named(name) != nullptr);
  }
}

TEST_CASE("nothing in the files of the helpdesks is called unknown") {
  for (const char* name :
       {"zendesk-macros.json", "freshdesk-canned_responses.json", "helpscout-saved-replies.json",
        "intercom-macros.json", "front-message_templates.json", "gorgias-macros.json",
        "zammad-text_modules.csv", "zammad-text_modules.json", "chatwoot-canned_responses.json",
        "freescout-saved_replies.json", "uvdesk-saved_replies.json", "osticket-premade.yaml",
        "discourse-canned_replies.json", "github-replies.yml"}) {
    const std::string bytes = fixture(name);
    for (const SavedReply& reply : replies_of(name, bytes)) {
      INFO(name << " " << reply.record.name);
      CHECK(text_of(lint(*loaded(rules).guide, reply)).empty());
    }
  }
}

TEST_CASE("an unknown variable is found at its bytes, and so is its rewrite") {
  const std::string file =
      macro("<p>Hi {{&nbsp;ticket.requster.name\\u0020|\\u0020default:&quot;you&quot;}},<\\/p>");
  const Report report = check("macros.json", file);
  REQUIRE(report.diagnostics.size() == 1);
  const Diagnostic& found = report.diagnostics[0];
  CHECK(found.rule == "name");
  CHECK(file.substr(found.span.begin, found.span.size()) ==
        "{{&nbsp;ticket.requster.name\\u0020|\\u0020default:&quot;you&quot;}}");
  REQUIRE(found.rewrites.size() == 1);
  REQUIRE(found.rewrites[0].edits.size() == 1);
  const Edit& edit = found.rewrites[0].edits[0];
  CHECK(file.substr(edit.span.begin, edit.span.size()) == "ticket.requster.name");
  CHECK(edit.text == "ticket.requester.name");
}

TEST_CASE("what the caller says of the helpdesk comes before the file") {
  const std::string file = macro("Hi {{contact.first_name}},");
  CHECK(text_of(check("macros.json", file)) ==
        "1:85 name “{{contact.first_name}}” → ticket.requester.first_name");
  Context chatwoot;
  chatwoot.helpdesk = "chatwoot";
  CHECK(text_of(check("macros.json", file, chatwoot)).empty());
}

TEST_CASE("a guide names the helpdesk of files that do not say") {
  const std::string file = "---\nname: A\n---\nHi {{ticket.titel}},";
  const auto said = [&](const std::string& text) {
    const auto replies = replies_of("a.md", file);
    return text_of(lint(*loaded(text).guide, replies.at(0)));
  };
  CHECK(said(rules).empty());
  CHECK(said("helpdesk: zendesk\n" + rules) == "4:4 name “{{ticket.titel}}” → ticket.title");
  CHECK(loaded("helpdesk: zendsk\n" + rules).problems.at(0).diagnostic.message.find("zendesk") !=
        std::string::npos);
}

TEST_CASE("branches of a macro are told and fixed where they stand in the file") {
  const std::string file =
      macro("{% if ticket.tags contains \\\"vip\\\" %}a bad{% else %}a \\u0062ad{% endif %} bad");
  const Report report = check("macros.json", file);
  std::string said;
  for (const Diagnostic& each : report.diagnostics) {
    said += file.substr(each.span.begin, each.span.size()) + " [" + each.branch + "] ";
  }
  CHECK(said == "bad [{% if ticket.tags contains \"vip\" %}] \\u0062ad [{% else %}] bad [] ");
  const auto replies = replies_of("macros.json", file);
  CHECK(fix(*loaded(rules).guide, replies[0]).edits.size() == 3);
}
