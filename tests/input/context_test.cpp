#include "tonelint/context.hpp"

#include <catch2/catch.hpp>

using namespace tonelint;

TEST_CASE("The whole shape of a context is read") {
  const ContextFile file = read_context("context.json", R"({
    "id": "8812", "reply": "Hi", "syntax": "html", "channel": "email", "turn": 2,
    "template": true, "customer": {"name": "S\u00e9rgio Alves", "message": "Hm", "language": "pt"},
    "agent": {"name": "Marta"}, "brand": "Acme", "helpdesk": "zendesk", "attachments": 0,
    "tags": ["outage", "vip"],
    "thread": [{"from": "customer", "text": "one"}, {"from": "agent", "text": "two"}]})");
  CHECK(file.problems.empty());
  CHECK(file.reply == "Hi");
  CHECK(file.syntax == Syntax::html);
  const Context& context = file.context;
  CHECK(context.id == "8812");
  CHECK(context.channel == "email");
  CHECK(context.turn == 2U);
  CHECK(context.is_template == true);
  CHECK(context.attachments == 0U);
  CHECK(context.brand == "Acme");
  CHECK(context.helpdesk == "zendesk");
  CHECK(context.customer.name == "S\u00e9rgio Alves");
  CHECK(context.customer.message == "Hm");
  CHECK(context.customer.language == "pt");
  CHECK(context.agent.name == "Marta");
  CHECK(context.tags == std::vector<std::string>{"outage", "vip"});
  REQUIRE(context.thread.size() == 2);
  CHECK(context.thread[0].from == Context::Message::From::customer);
  CHECK(context.thread[1].from == Context::Message::From::agent);
  CHECK(context.thread[1].text == "two");
}

TEST_CASE("What is null or missing is not known") {
  const ContextFile file = read_context("c", R"({"turn": null, "customer": null})");
  CHECK(file.problems.empty());
  CHECK_FALSE(file.context.turn.has_value());
  CHECK_FALSE(file.context.is_template.has_value());
  CHECK_FALSE(file.reply.has_value());
}

TEST_CASE("Each problem of a context has its place and a hint") {
  struct Case {
    std::string json, rule;
    Position position;
    std::string token, message;
  };
  const Case cases[] = {
      {"{\n  \"custmer\": {\"name\": \"x\", \"deep\": [1]}}",
       "context/unknown-key",
       {2, 3},
       "\"custmer\"",
       "There is no key “custmer” at this place in c.json. Did you mean “customer”?"},
      {R"({"customer": {"nme": 1}})",
       "context/unknown-key",
       {1, 15},
       "\"nme\"",
       "There is no key “nme” at this place in c.json. Did you mean “name”?"},
      {R"({"agent": {"shoe size": 44}})",
       "context/unknown-key",
       {1, 12},
       "\"shoe size\"",
       "There is no key “shoe size” at this place in c.json. It can be “name”."},
      {"{\"turn\" :\n \"two\"}",
       "context/wrong-type",
       {2, 2},
       "\"two\"",
       "“turn” in c.json must be a whole number, not text."},
      {R"({"id": "ü", "turn": -1})",
       "context/wrong-type",
       {1, 21},
       "",
       "“turn” in c.json must be a whole number, not a negative number."},
      {R"({"turn": 1.5})",
       "context/wrong-type",
       {1, 10},
       "",
       "“turn” in c.json must be a whole number, not a fraction."},
      {R"({"turn": 0})", "context/wrong-value", {1, 10}, "", "“turn” in c.json counts from 1."},
      {R"({"attachments": 5000000000})",
       "context/wrong-value",
       {1, 17},
       "",
       "“attachments” in c.json is too large."},
      {R"({"template": "yes"})",
       "context/wrong-type",
       {1, 14},
       "\"yes\"",
       "“template” in c.json must be true or false, not text."},
      {R"({"customer": "Priya"})",
       "context/wrong-type",
       {1, 14},
       "\"Priya\"",
       "“customer” in c.json must be an object, not text."},
      {R"({"tags": ["a", true]})",
       "context/wrong-type",
       {1, 16},
       "true",
       "“tags” in c.json must hold text, not true or false."},
      {R"({"thread": [[{"x": 1}]]})",
       "context/wrong-type",
       {1, 13},
       "[",
       "“thread” in c.json must hold an object, not a list."},
      {R"({"thread": [{"from": "costumer"}]})",
       "context/unknown-value",
       {1, 22},
       "\"costumer\"",
       "“from” in c.json cannot be “costumer”. Did you mean “customer”?"},
      {R"({"syntax": "bbcode"})",
       "context/unknown-value",
       {1, 12},
       "\"bbcode\"",
       "“syntax” in c.json cannot be “bbcode”. It can be “text”, “markdown” or “html”."},
      {R"({"channel": "emial"})",
       "context/unknown-value",
       {1, 13},
       "\"emial\"",
       "“channel” in c.json cannot be “emial”. Did you mean “email”?"},
      {"[]", "context/wrong-type", {1, 1}, "[", "c.json must be an object, not a list."},
      {"null", "context/wrong-type", {1, 1}, "null", "c.json must be an object, not null."},
  };
  for (const Case& each : cases) {
    CAPTURE(each.json);
    const ContextFile file = read_context("c.json", each.json);
    REQUIRE(file.problems.size() == 1);
    const Diagnostic& problem = file.problems[0];
    CHECK(problem.rule == each.rule);
    CHECK(problem.position == each.position);
    CHECK(problem.message == each.message);
    if (!each.token.empty()) {
      CHECK(each.json.substr(problem.span.begin, problem.span.size()) == each.token);
    }
  }
}

TEST_CASE("All problems of a context are found at once") {
  const ContextFile file =
      read_context("c", R"({"a": 1, "turn": 2, "b": {"turn": {}}, "brand": 3, "id": "x"})");
  REQUIRE(file.problems.size() == 3);
  CHECK(file.context.turn == 2U);
  CHECK(file.context.id == "x");
}

TEST_CASE("What is not JSON is told at its place") {
  struct Case {
    std::string json;
    Position position;
  };
  const Case cases[] = {{"", {1, 1}},
                        {"{\"id\": \"x\"", {1, 10}},
                        {"{\n\"id\": oops}", {2, 7}},
                        {"{\"id\": \"\xFF\"}", {1, 9}},
                        {"{} {}", {1, 4}}};
  for (const Case& each : cases) {
    CAPTURE(each.json);
    const ContextFile file = read_context("c.json", each.json);
    REQUIRE(file.problems.size() == 1);
    CHECK(file.problems[0].rule == "context/not-json");
    CHECK(file.problems[0].position == each.position);
    CHECK(file.problems[0].message.starts_with("c.json is not JSON: "));
  }
}

TEST_CASE("A context that nests without end is refused quickly") {
  const std::string json = "{\"a\":" + std::string(1000000, '[');
  const ContextFile file = read_context("c", json);
  REQUIRE(file.problems.size() == 2);
  CHECK(file.problems[1].rule == "context/too-deep");
}
