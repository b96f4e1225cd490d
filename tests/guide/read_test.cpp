#include <catch2/catch.hpp>

#include "guide_text.hpp"

using namespace tonelint;
using namespace tonelint::guide_test;

namespace {

const RuleDefinition& only_rule(const GuideDefinition& guide) {
  REQUIRE(guide.rules.size() == 1);
  return guide.rules[0];
}

}  // namespace

TEST_CASE("the keys of a guide") {
  const auto guide = read(R"(
name: Acme
language: en
channel: chat
category: Words
cues:
  product: [Acme Pro, Acme Lite]
  next-step: "I'll write to you"
rules:
  house-word:
    message: No.
    find: x
    examples: [{bad: x, good: y}]
)");
  CHECK(problems_of(guide) == Lines{});
  CHECK(guide.name == "Acme");
  CHECK(guide.language == "en");
  CHECK(guide.channel == "chat");
  REQUIRE(guide.cues.size() == 2);
  CHECK(guide.cues[0].name.value == "product");
  CHECK(values(guide.cues[0].phrases) == Lines{"Acme Pro", "Acme Lite"});
  CHECK(values(guide.cues[1].phrases) == Lines{"I'll write to you"});
  CHECK(only_rule(guide).category == "Words");
  CHECK(values(only_rule(guide).find) == Lines{"x"});
}

TEST_CASE("a guide without a name is called like its file") {
  const auto guide = read(Files{{"team/acme.tone.yaml", "language: en"}}, "team/acme.tone.yaml");
  CHECK(guide.name == "acme");
}

TEST_CASE("find takes a list") {
  const auto guide = read(R"(
rules:
  a:
    message: No.
    find: [ticket, yes, 24, "no"]
    examples: [{bad: x, good: y}]
)");
  CHECK(problems_of(guide) == Lines{});
  CHECK(only_rule(guide).form == RuleForm::find);
  CHECK(values(only_rule(guide).find) == Lines{"ticket", "yes", "24", "no"});
}

TEST_CASE("find takes pairs of phrase and rewrite") {
  const auto guide = read(R"(
rules:
  a:
    message: No.
    safe: yes
    find:
      "ticket[s]": "conversation{s}"
      "kindly": ""
      "reach out to": ["write to", "ask"]
      "log a ticket": ~
      "utilize~": {rewrite: "use~", safe: true}
      "leverage~": {rewrite: ["use~", "apply~"], safe: no}
      "synergy": {safe: no}
    examples: [{bad: x, good: y}]
)");
  CHECK(problems_of(guide) == Lines{});
  CHECK(only_rule(guide).safe);
  CHECK(values(only_rule(guide).find) ==
        Lines{"ticket[s] → conversation{s}", "kindly → ", "reach out to → write to | ask",
              "log a ticket", "utilize~ → use~ (safe)", "leverage~ → use~ | apply~ (not safe)",
              "synergy (not safe)"});
}

TEST_CASE("the texts of a rule") {
  const auto guide = read(R"(
rules:
  a:
    message: >
      We say “conversation”,
      not “{match}”.
    why: Customers are people.
    level: error
    source: House style
    link: https://example.org/style
    find: x
    in: [closing, first sentence]
    except: ["support ticket portal"]
    instead-of: a
    off: true
    examples: [{bad: x, good: y}]
)");
  CHECK(problems_of(guide) == Lines{});
  const RuleDefinition& rule = only_rule(guide);
  CHECK(rule.id.value == "a");
  CHECK(rule.message.value == "We say “conversation”, not “{match}”.");
  CHECK(rule.why.value == "Customers are people.");
  CHECK(rule.level == Level::error);
  CHECK(rule.source.value == "House style");
  CHECK(rule.link.value == "https://example.org/style");
  CHECK(values(rule.in) == Lines{"closing", "first sentence"});
  CHECK(values(rule.except) == Lines{"support ticket portal"});
  CHECK(values(rule.instead_of) == Lines{"a"});
  CHECK(rule.off);
}

TEST_CASE("missing names cues, and what to add where") {
  const auto guide = read(R"(
rules:
  next-step-missing:
    message: "Say what happens next."
    missing: [next-step, question, done]
    in: body
    rewrite: "I'll write to you."
    at: before sign-off
    examples: [{bad: x, good: y}]
)");
  CHECK(problems_of(guide) == Lines{});
  const RuleDefinition& rule = only_rule(guide);
  CHECK(rule.form == RuleForm::missing);
  CHECK(values(rule.cues) == Lines{"next-step", "question", "done"});
  CHECK(values(rule.in) == Lines{"body"});
  CHECK(values(rule.rewrites) == Lines{"I'll write to you."});
  CHECK(rule.at.value == "before sign-off");
}

TEST_CASE("limit takes a measure, a cue or a list of phrases") {
  const auto guide = read(R"(
rules:
  long:
    message: m
    limit: words
    max: 200
    min: 2.5
    per: 100 words
    examples: [{bad: x, good: y}]
  sorry:
    message: m
    limit: apology
    max: 1
    examples: [{bad: x, good: y}]
  very:
    message: m
    limit: ["very", "really"]
    max: 0
    examples: [{bad: x, good: y}]
)");
  CHECK(problems_of(guide) == Lines{});
  REQUIRE(guide.rules.size() == 3);
  CHECK(guide.rules[0].form == RuleForm::limit);
  CHECK(guide.rules[0].measure.value == "words");
  CHECK(guide.rules[0].cues.empty());
  CHECK(guide.rules[0].max == 200.0);
  CHECK(guide.rules[0].min == 2.5);
  CHECK(guide.rules[0].per.value == "100 words");
  CHECK(guide.rules[1].measure.value.empty());
  CHECK(values(guide.rules[1].cues) == Lines{"apology"});
  CHECK(guide.rules[1].max == 1.0);
  CHECK_FALSE(guide.rules[1].min);
  CHECK(values(guide.rules[2].counted) == Lines{"very", "really"});
  CHECK(guide.rules[2].max == 0.0);
}

TEST_CASE("detect names a detector with its options") {
  const auto guide = read(R"(
rules:
  a:
    message: m
    detect: greeting-name
    options: {wrong: yes, missing: Off, quoted: "yes", min: 3, words: please}
    examples: [{bad: x, good: y}]
)");
  CHECK(problems_of(guide) == Lines{});
  const RuleDefinition& rule = only_rule(guide);
  CHECK(rule.form == RuleForm::detect);
  CHECK(rule.detector.value == "greeting-name");
  Lines options;
  for (const OptionDefinition& option : rule.options) {
    options.push_back(option.key.value + "=" + option.value.value);
  }
  CHECK(options == Lines{"wrong=yes", "missing=Off", "quoted=yes", "min=3", "words=please"});
}

TEST_CASE("every condition") {
  const auto guide = read(R"(
rules:
  a:
    message: m
    find: x
    only:
      channel: [email, chat]
      mood: angry
      turn: first
      template: no
      tag: outage
      known: [name, message]
      words: {min: 60, max: 90}
      reply: apology
      customer: [urgency, anger]
      sentence: reason
      near: alternative
      customer-said-it: yes
    unless:
      - near: {cue: alternative, within: 3, side: after}
      - near: [{cue: [a, b], side: before}, {cue: c}]
        turn: later
    examples: [{bad: x, good: y}]
)");
  CHECK(problems_of(guide) == Lines{});
  const RuleDefinition& rule = only_rule(guide);
  REQUIRE(rule.only.size() == 1);
  const ConditionDefinition& only = rule.only[0];
  CHECK(values(only.channel) == Lines{"email", "chat"});
  CHECK(values(only.mood) == Lines{"angry"});
  CHECK(only.first_turn == true);
  CHECK(only.is_template == false);
  CHECK(values(only.tag) == Lines{"outage"});
  CHECK(values(only.known) == Lines{"name", "message"});
  CHECK(only.words_min == 60U);
  CHECK(only.words_max == 90U);
  CHECK(values(only.reply) == Lines{"apology"});
  CHECK(values(only.customer) == Lines{"urgency", "anger"});
  CHECK(only.customer_said_it == true);
  REQUIRE(only.near.size() == 2);
  CHECK(values(only.near[0].cues) == Lines{"reason"});
  CHECK(only.near[0].within == 0);
  CHECK(values(only.near[1].cues) == Lines{"alternative"});
  CHECK(only.near[1].within == 1);
  CHECK(only.near[1].side == NearDefinition::Side::either);

  REQUIRE(rule.unless.size() == 2);
  REQUIRE(rule.unless[0].near.size() == 1);
  CHECK(rule.unless[0].near[0].within == 3);
  CHECK(rule.unless[0].near[0].side == NearDefinition::Side::after);
  REQUIRE(rule.unless[1].near.size() == 2);
  CHECK(values(rule.unless[1].near[0].cues) == Lines{"a", "b"});
  CHECK(rule.unless[1].near[0].side == NearDefinition::Side::before);
  CHECK(values(rule.unless[1].near[1].cues) == Lines{"c"});
  CHECK(rule.unless[1].first_turn == false);
}

TEST_CASE("a condition that was not given is not asked") {
  const auto guide = read(R"(
rules:
  a: {message: m, find: x, only: {tag: t}, examples: [{bad: x, good: y}]}
)");
  const ConditionDefinition& only = only_rule(guide).only.at(0);
  CHECK_FALSE(only.first_turn);
  CHECK_FALSE(only.is_template);
  CHECK_FALSE(only.words_min);
  CHECK_FALSE(only.customer_said_it);
  CHECK(only.near.empty());
}

TEST_CASE("yes and no may be written as YAML or people do") {
  for (const std::string yes : {"yes", "true", "on", "Yes", "TRUE", "'on'"}) {
    const auto guide = read("rules:\n  a: {find: x, message: m, safe: " + yes + "}");
    CHECK(only_rule(guide).safe);
  }
  for (const std::string no : {"no", "false", "off", "No"}) {
    const auto guide = read("rules:\n  a: {find: x, message: m, safe: " + no + "}");
    CHECK_FALSE(only_rule(guide).safe);
    CHECK(guide.problems.size() == 1);  // the examples alone
  }
}

TEST_CASE("all that an example can say") {
  const auto guide = read(R"(
rules:
  a:
    message: m
    find: x
    examples:
      - bad: "I've closed your [[ticket]]."
        good: "I've closed your conversation."
        customer: {name: Priya Nair, message: "Where is it?"}
        agent: Marta
        channel: public
        turn: 2
        tags: [outage, vip]
        thread: [Hello, "Is anybody there?"]
        template: yes
        attachments: 0
        syntax: markdown
      - good: |
          Hi,
          all done.
)");
  CHECK(problems_of(guide) == Lines{});
  const RuleDefinition& rule = only_rule(guide);
  REQUIRE(rule.examples.size() == 2);
  const ExampleDefinition& example = rule.examples[0];
  CHECK(example.bad.value().value == "I've closed your ticket.");
  CHECK(example.marks == std::vector<Span>{{17, 23}});
  CHECK(example.good.value().value == "I've closed your conversation.");
  CHECK(example.customer_name == "Priya Nair");
  CHECK(example.customer_message == "Where is it?");
  CHECK(example.agent_name == "Marta");
  CHECK(example.channel == "public");
  CHECK(example.turn == 2U);
  CHECK(example.tags == Lines{"outage", "vip"});
  CHECK(example.thread == Lines{"Hello", "Is anybody there?"});
  CHECK(example.is_template == true);
  CHECK(example.attachments == 0U);
  CHECK(example.syntax == "markdown");
  CHECK(example.place.position == Position{7, 9});
  CHECK_FALSE(rule.examples[1].bad);
  CHECK(rule.examples[1].good.value().value == "Hi,\nall done.\n");
  CHECK_FALSE(rule.examples[1].turn);
}

TEST_CASE("an anchor is read wherever it is repeated") {
  const auto guide = read(R"(
rules:
  a: {message: m, find: &words [x, y], examples: &proof [{bad: x, good: z}]}
  b: {message: m, find: *words, examples: *proof}
)");
  CHECK(problems_of(guide) == Lines{});
  CHECK(values(guide.rules.at(1).find) == Lines{"x", "y"});
}
