// Every file that a helpdesk writes: known by its shape, and all its records found.

#include <catch2/catch.hpp>

#include "library/files.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

/// The name of the format, its replies, and how many records were left out.
std::string read(const std::string& name) {
  const std::string bytes = fixture(name);
  Library library({.name = name, .bytes = bytes});
  if (library.format() == nullptr) return "unknown";
  std::string out = std::string(library.format()->name) + "\n" + text_of(replies_of(library));
  return out + std::to_string(library.skipped()) + " skipped";
}

}  // namespace

TEST_CASE("Zendesk macros") {
  CHECK(
      read("zendesk-macros.json") ==
      "zendesk\n"
      "Shipping::Damaged on arrival (1) /macros/0/actions/0/value html: <p>Hi {{ticket.requester\n"
      "Orders::Missing number (2) /macros/1/actions/0/value text: Dear Customer,//As alrea\n"
      "Channel list form (3) /macros/2/actions/0/value/1 text: Hi {{ticket.requester.fi\n"
      "Two languages in one macro (4) /macros/3/actions/0/value html: <p>{% if ticket.requeste\n"
      "3 skipped");
}
TEST_CASE("Freshdesk canned responses") {
  CHECK(read("freshdesk-canned_responses.json") ==
        "freshdesk\n"
        "Damaged on arrival (1) /0/content_html html: <div><p>Hi {{ticket.requ\n"
        "Missing number (2) /1/content_html html: <div dir=\"ltr\"><p>Dear C\n"
        "0 skipped");
}
TEST_CASE("Help Scout saved replies, with their texts for chat") {
  CHECK(read("helpscout-saved-replies.json") ==
        "helpscout\n"
        "Damaged on arrival (1) /0/text html: Hi {%customer.firstName,\n"
        "Damaged on arrival (1) /0/chatText text chat: Sorry about that, {%cust\n"
        "Missing number (2) /1/text html: Dear Customer,<br /><br \n"
        "0 skipped");
}
TEST_CASE("Intercom macros") {
  CHECK(read("intercom-macros.json") ==
        "intercom\n"
        "Damaged on arrival (1) /data/0/body html: <p>Hi <attribute key=\"us\n"
        "0 skipped");
}
TEST_CASE("Front message templates") {
  CHECK(read("front-message_templates.json") ==
        "front\n"
        "Damaged on arrival (rsp_1) /_results/0/body html: <p>Hi {{recipient.first_\n"
        "Missing number (rsp_2) /_results/1/body html: <p>Dear Customer,</p><p>\n"
        "0 skipped");
}
TEST_CASE("Gorgias macros") {
  CHECK(read("gorgias-macros.json") ==
        "gorgias\n"
        "Damaged on arrival (1) /data/0/actions/0/arguments/body_html html: <p>Hi "
        "{{ticket.customer.\n"
        "1 skipped");
}
TEST_CASE("Zammad text modules") {
  CHECK(read("zammad-text_modules.json") ==
        "zammad\n"
        "Damaged on arrival (1) /0/content html: <p>Hi #{ticket.customer.\n"
        "0 skipped");
}
TEST_CASE("Zammad text modules as CSV") {
  CHECK(read("zammad-text_modules.csv") ==
        "zammad-csv\n"
        "Damaged on arrival /0/content html: <p>Hi #{ticket.customer.\n"
        "Missing number /1/content text: Dear Customer,//As alrea\n"
        "0 skipped");
}
TEST_CASE("Chatwoot canned responses") {
  CHECK(read("chatwoot-canned_responses.json") ==
        "chatwoot\n"
        "damaged (1) /0/content markdown: Hi {{contact.first_name \n"
        "missing-no (2) /1/content markdown: **Dear Customer**,//As a\n"
        "0 skipped");
}
TEST_CASE("FreeScout saved replies") {
  CHECK(read("freescout-saved_replies.json") ==
        "freescout\n"
        "Damaged on arrival (1) /0/text html: <p>Hi {%customer.firstNa\n"
        "Missing number (2) /1/text html: <p>Dear Customer,</p><p>\n"
        "0 skipped");
}
TEST_CASE("UVdesk saved replies") {
  CHECK(read("uvdesk-saved_replies.json") ==
        "uvdesk\n"
        "Damaged on arrival (1) /0/message html: <p>Hi {%ticket.customerN\n"
        "0 skipped");
}
TEST_CASE("osTicket premade replies") {
  CHECK(read("osticket-premade.yaml") ==
        "osticket\n"
        "Damaged on arrival /0/response html: <p>Hi %{ticket.name.firs\n"
        "Missing number /1/response html: <p>Dear Customer,</p><p>\n"
        "0 skipped");
}
TEST_CASE("Discourse canned replies") {
  CHECK(read("discourse-canned_replies.json") ==
        "discourse\n"
        "Moved (0123456789abcdef0123456789abcdef) /replies/0/content markdown: Hi "
        "@%{original_poster_us\n"
        "0 skipped");
}
TEST_CASE("GitHub replies") {
  CHECK(read("github-replies.yml") ==
        "github\n"
        "Needs reproduction /replies/0/body markdown public: Thanks for the report, @\n"
        "Duplicate /replies/1/body markdown public: This is clearly a duplic\n"
        "0 skipped");
}

TEST_CASE("conversations and other JSON are no libraries") {
  for (const char* name :
       {"chatwoot-message_created.json", "freshdesk-conversations.json", "helpscout-threads.json",
        "hubspot-messages.json", "zammad-ticket_articles.json", "zendesk-ticket-comments.json",
        "zendesk-zaf-get.json", "front-composer-context.json"}) {
    INFO(name);
    CHECK(read(name) == "unknown");
  }
}
