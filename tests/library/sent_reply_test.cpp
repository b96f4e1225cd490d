// What the webhooks of helpdesks tell of: the reply that was sent, or that there is none.

#include <catch2/catch.hpp>

#include "tonelint/library.hpp"

using namespace tonelint;

namespace {

/// "conversation/message agent>customer channel: text", or what kind it is.
std::string read(std::string_view helpdesk, std::string_view json) {
  const SentReply sent = read_sent_reply(helpdesk, json);
  if (sent.kind == SentReply::Kind::unreadable) return "unreadable";
  if (sent.kind == SentReply::Kind::other) return "other";
  const Context& context = sent.context;
  return context.id + "/" + sent.id + " " + context.agent.name + ">" + context.customer.name + " " +
         context.channel + ": " + sent.text;
}

std::string chatwoot(std::string_view type, std::string_view more = "") {
  return R"({"event":"message_created","id":7,"content":"Hi **Kim**","message_type":)" +
         std::string(type) + std::string(more) + R"(,"sender":{"name":"Marta","type":"user"},
      "conversation":{"id":12,"meta":{"sender":{"name":"Kim Example"}}}})";
}

std::string helpscout(std::string_view threads) {
  return R"({"id":41,"type":"email","primaryCustomer":{"first":"Kim"},"_embedded":{"threads":[)" +
         std::string(threads) + "]}}";
}

std::string intercom(std::string_view topic, std::string_view part) {
  return R"({"type":"notification_event","topic":")" + std::string(topic) +
         R"(","data":{"item":{"id":"9","source":{"author":{"name":"Kim"}},
      "conversation_parts":{"conversation_parts":[{"id":"p","body":"<p>Hi</p>",)" +
         std::string(part) + "}]}}}}";
}

}  // namespace

TEST_CASE("a reply in a webhook of Chatwoot") {
  CHECK(read("chatwoot", chatwoot("\"outgoing\"")) == "12/7 Marta>Kim Example chat: Hi **Kim**");
  CHECK(read("chatwoot", chatwoot("1")) == "12/7 Marta>Kim Example chat: Hi **Kim**");
  CHECK(read_sent_reply("chatwoot", chatwoot("1")).syntax == Syntax::markdown);
  CHECK(read("chatwoot", chatwoot("\"incoming\"")) == "other");
  CHECK(read("chatwoot", chatwoot("1", R"(,"private":true)")) == "other");
  CHECK(read("chatwoot", R"({"event":"conversation_created","id":1})") == "other");
}

TEST_CASE("a reply in a webhook of Freshdesk") {
  const std::string reply =
      R"({"id":3,"ticket_id":8,"body":"<p>Hi</p>","body_text":"Hi","incoming":false,"private":)";
  CHECK(read("freshdesk", reply + "false}") == "8/3 > email: <p>Hi</p>");
  CHECK(read("freshdesk", R"({"data":{"conversation":)" + reply + "false}}}") ==
        "8/3 > email: <p>Hi</p>");
  CHECK(read("freshdesk", R"({"conversation":)" + reply + "true}}") == "other");
  CHECK(read("freshdesk", R"({"conversation":{"incoming":true,"body":"Hi"}})") == "other");
}

TEST_CASE("a reply in a webhook of Gorgias") {
  const std::string reply =
      R"({"id":3,"sender":{"name":"Marta"},"body_text":"Hi\n> x","stripped_text":"Hi",)";
  CHECK(read("gorgias", R"({"ticket":{"id":8,"customer":{"name":"Kim"}},"message":)" + reply +
                            R"("from_agent":true,"public":true}})") == "8/3 Marta>Kim email: Hi");
  CHECK(read("gorgias", reply + R"("from_agent":"true","channel":"chat","ticket_id":8})") ==
        "8/3 Marta> chat: Hi");
  CHECK(read("gorgias", reply + R"("from_agent":true,"public":false})") == "other");
  CHECK(read("gorgias", reply + R"("from_agent":false,"public":true})") == "other");
}

TEST_CASE("a reply in a webhook of Help Scout is the newest one that was sent") {
  const std::string customer = R"({"id":1,"type":"customer","body":"Where?","state":"published"})";
  const std::string reply =
      R"({"id":2,"type":"message","body":"Hi<br>","createdBy":{"first":"Marta"},"state":)";
  CHECK(read("helpscout", helpscout(R"({"id":4,"type":"lineitem"},)" + reply + "\"published\"}," +
                                    reply + "\"published\"}," + customer)) ==
        "41/2 Marta>Kim email: Hi<br>");
  CHECK(read("helpscout", helpscout(reply + "\"draft\"}," + customer)) == "other");
  CHECK(read("helpscout", helpscout(R"({"type":"note","body":"Psst","state":"published"})")) ==
        "other");
}

TEST_CASE("a reply in a webhook of Intercom") {
  const std::string admin = R"("author":{"type":"admin","name":"Marta"},"part_type":)";
  CHECK(read("intercom", intercom("conversation.admin.replied", admin + "\"comment\"")) ==
        "9/p Marta>Kim chat: <p>Hi</p>");
  CHECK(read("intercom", intercom("conversation.admin.noted", admin + "\"comment\"")) == "other");
  CHECK(read("intercom", intercom("conversation.admin.replied", admin + "\"note\"")) == "other");
  CHECK(read("intercom", intercom("conversation.admin.replied",
                                  R"("author":{"type":"bot"},"part_type":"comment")")) == "other");
  CHECK(read("intercom", R"({"topic":"ping","data":{"item":{"type":"ping"}}})") == "other");
}

TEST_CASE("what is no payload of the helpdesk") {
  for (const std::string_view helpdesk : webhook_helpdesks()) {
    for (const char* json : {"", "{", "[]", "\"text\"", "{}", R"({"a":[{}]})", "[{\"event\":1}]"}) {
      INFO(helpdesk << " " << json);
      CHECK(read(helpdesk, json) == "unreadable");
    }
  }
  CHECK(read("zendesk", chatwoot("1")) == "unreadable");
}
