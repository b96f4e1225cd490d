#include <catch2/catch.hpp>

#include "guide_text.hpp"

using namespace tonelint;
using namespace tonelint::guide_test;

namespace {

const std::string rule =
    "rules:\n  polite:\n    find: x\n    message: m\n"
    "    examples: [{bad: x, good: y}]\n";

}  // namespace

TEST_CASE("suppress is read with its replies, rules and reason") {
  const GuideDefinition guide =
      read("suppress:\n  - reply: [a, b/*]\n    rules: polite\n    reason: law\n" + rule);
  CHECK(problems_of(guide).empty());
  REQUIRE(guide.suppressions.size() == 1);
  CHECK(values(guide.suppressions[0].replies) == Lines{"a", "b/*"});
  CHECK(values(guide.suppressions[0].rules) == Lines{"polite"});
  CHECK(guide.suppressions[0].reason == "law");
}

TEST_CASE("entries add to those of the guide that is extended") {
  const GuideDefinition guide = read(Files{
      {"guide.yaml", "extends: base.yaml\nsuppress: [{reply: a, rules: polite, reason: b}]\n"},
      {"base.yaml", "suppress: [{reply: c, reason: d}]\n" + rule}});
  CHECK(problems_of(guide).empty());
  REQUIRE(guide.suppressions.size() == 2);
  CHECK(guide.suppressions[0].reason == "d");
  CHECK(guide.suppressions[1].reason == "b");
}

TEST_CASE("mistakes in suppress are told at their place") {
  struct Case {
    std::string guide;
    Lines problems;
  };
  const Case cases[] = {
      {"suppress: polite\n", {"1:11 guide/wrong-type [polite]"}},
      {"suppress: [polite]\n", {"1:12 guide/wrong-type [polite]"}},
      {"suppress:\n  - rules: polite\n    reason: law\n", {"2:5 guide/no-reply [rules: polite]"}},
      {"suppress:\n  - {reply: a}\n", {"2:5 guide/no-reason [{reply: a}]"}},
      {"suppress:\n  - {reply: a, reason: \" \"}\n",
       {"2:5 guide/no-reason [{reply: a, reason: \" \"}]"}},
      {"suppress:\n  - {reply: a, reason: b, rules: plite}\n", {"2:34 guide/no-such-rule [plite]"}},
      {"suppress:\n  - {reply: a, reason: b, rule: polite}\n", {"2:27 guide/unknown-key [rule]"}},
      {"suppress:\n  - reply: []\n    reason: b\n", {"2:12 guide/empty-list [[]]"}},
      {"suppress:\n  - {reply: \"\", reason: b}\n", {"2:13 guide/no-reply [\"\"]"}},
      {"suppress:\n  - {reply: [a, ' '], reason: b}\n", {"2:17 guide/no-reply [' ']"}},
      {"suppress:\n  - {reply: './a.md', reason: b}\n", {"2:13 guide/no-such-path ['./a.md']"}},
      {"suppress:\n  - {reply: 'a\\b', reason: b}\n", {"2:13 guide/no-such-path ['a\\b']"}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.guide);
    CHECK(problems_of(each.guide + rule) == each.problems);
  }
}

TEST_CASE("a rule to keep silent is met with the right word") {
  const GuideDefinition guide = read("suppress: [{reply: a, reason: b, rules: plite}]\n" + rule);
  REQUIRE(guide.problems.size() == 1);
  CHECK(guide.problems[0].diagnostic.message ==
        "There is no rule “plite” to keep silent. Did you mean “polite”?");
}

TEST_CASE("a pattern of rules is met with the first rule that it was meant for") {
  const GuideDefinition guide = read("suppress: [{reply: a, reason: b, rules: pol*}]\n" + rule);
  REQUIRE(guide.problems.size() == 1);
  CHECK(guide.problems[0].diagnostic.message ==
        "“rules” takes no patterns such as “pol*”. Name each rule. Did you mean “polite”?");
}

TEST_CASE("an id may look unlike any path") {
  for (const std::string id : {"https://help.example//macros/12/", "{a,b}", "!x", "a/"}) {
    CAPTURE(id);
    CHECK(problems_of("suppress: [{reply: '" + id + "', reason: b}]\n" + rule) == Lines{});
  }
}
