// Conversations as helpdesks hand them out become the context of a draft.

#include <catch2/catch.hpp>

#include "library/files.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

/// "customer / agent / turn: C message | A message => draft"
std::string read(const std::string& name) {
  ContextFile file;
  if (!read_conversation(fixture(name), file)) return "unknown";
  const Context& context = file.context;
  std::string out = context.customer.name + " / " + context.agent.name + " / " +
                    std::to_string(context.turn.value_or(0)) + ":";
  for (const Context::Message& message : context.thread) {
    out += message.from == Context::Message::From::customer ? " C " : " A ";
    out += message.text;
  }
  if (file.reply) out += " => " + file.reply->substr(0, 9);
  return out;
}

}  // namespace

TEST_CASE("conversations of helpdesks") {
  const std::string mug = "My mug came in three pieces.";
  CHECK(read("zendesk-ticket-comments.json") == "Rosa Example / Sam Agent / 1: C " + mug);
  CHECK(read("zendesk-zaf-get.json") ==
        "Rosa Example /  / 2: C " + mug + " A We are checking. => <p>Dear C");
  CHECK(read("freshdesk-conversations.json") == " /  / 2: C " + mug + " A Checking.");
  CHECK(read("helpscout-threads.json") == "Rosa / Sam / 1: C " + mug + " => Hi {%cust");
  CHECK(read("front-composer-context.json") == "Rosa Example /  / 1: => <p>Dear C");
  CHECK(read("hubspot-messages.json") == "Rosa Example /  / 1: C " + mug);
  CHECK(read("chatwoot-message_created.json") == "Rosa Example / Sam Agent / 1: C " + mug);
  CHECK(read("zammad-ticket_articles.json") ==
        "Rosa Example / Sam Agent via Help / 2: C " + mug + " A Checking.");
}

TEST_CASE("our own shape, and libraries, are no conversations") {
  ContextFile file;
  CHECK_FALSE(read_conversation(R"({"customer":{"name":"Rosa"},"thread":[]})", file));
  CHECK_FALSE(read_conversation("[]", file));
  CHECK_FALSE(read_conversation("{", file));
  CHECK_FALSE(read_conversation(fixture("zendesk-macros.json"), file));
  CHECK(file.context.customer.name.empty());
}
