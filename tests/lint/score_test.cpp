#include <algorithm>
#include <catch2/catch.hpp>

#include "world.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

/// A guide with one dimension: `earns`, `costs` and so on are those of `tone`.
std::string scored(const std::string& tone, const std::string& rules = "a: {find: [bad]}") {
  return guide(
      "category: Words\ncues:\n  hello: [hello]\n  thanks: [thank you, thanks]\n"
      "  stock-phrase: [thank you for writing]\nscore:\n  tone: " +
      tone + "\n---\n" + rules);
}

Score score_on(const std::string& text, std::string_view reply, const Context& context = {}) {
  const LoadedGuide& compiled = loaded(text);
  REQUIRE(compiled.guide);
  LintOptions options;
  options.score = true;
  const Report report = lint(
      *compiled.guide, {.name = "draft", .bytes = reply, .syntax = Syntax::text}, context, options);
  REQUIRE(report.score);
  return *report.score;
}

Context said(const char* message) {
  Context context;
  context.customer.message = message;
  return context;
}

/// "62: earned hello +12 “Hello”, …" of the first dimension.
std::string told(const Score& score) {
  const ScoreDimension& dimension = score.dimensions.front();
  std::string out = dimension.applicable ? std::to_string(dimension.score) : "-";
  for (const ScorePart& part : dimension.parts) {
    out += " | " + std::string(name_of(part.kind)) + " " + std::string(part.name) + " " +
           std::to_string(part.points);
    if (!part.words.empty()) out += " “" + part.words + "”";
  }
  return out;
}

const std::string plain =
    "{start: 20, earns: {hello: 60, thanks: {points: 40, advice: thank them}}}";

}  // namespace

TEST_CASE("what a draft earns fills the dimension from its start") {
  CHECK(told(score_on(scored(plain), "Hello all. Thanks.")) ==
        "100 | earned hello 48 “Hello” | earned thanks 32 “Thanks”");
  CHECK(told(score_on(scored(plain), "Hello all.")) ==
        "68 | earned hello 48 “Hello” | missing thanks 0");
  CHECK(told(score_on(scored(plain), "Good.")) == "20 | missing hello 0 | missing thanks 0");
}

TEST_CASE("repetition earns nothing, and a stock phrase half") {
  CHECK(score_on(scored(plain), "Hello hello, hello all.").overall == 68);
  CHECK(told(score_on(scored(plain), "Thank you for writing.")) ==
        "36 | missing hello 0 | half thanks 16 “Thank you”");
  // Own words beside it count in full.
  CHECK(told(score_on(scored(plain), "Thank you for writing. Thanks, Ana.")) ==
        "52 | missing hello 0 | earned thanks 32 “Thanks”");
}

TEST_CASE("findings of the categories it loses by, and costs, take points away") {
  const std::string guide = scored(
      "{start: 100, costs: {hello: {points: 15, advice: say it once}}, loses: [Words]}",
      "a: {find: [bad]}\nb: {find: [poor], level: suggestion}\nc: {find: [vile], level: error}");
  CHECK(told(score_on(guide, "It is bad.")) == "90 | finding a -10 “bad”");
  CHECK(told(score_on(guide, "It is poor.")) == "96 | finding b -4 “poor”");
  CHECK(told(score_on(guide, "Hello, it is vile.")) ==
        "60 | cost hello -15 “Hello” | finding c -25 “vile”");
  CHECK(score_on(guide, "It is vile.").blocked);
  CHECK_FALSE(score_on(guide, "It is bad.").blocked);
}

TEST_CASE("a finding weighs less in a long reply") {
  const std::string guide = scored("{start: 100, loses: [Words]}");
  std::string reply = "It is bad.";
  for (int i = 0; i < 147; ++i) reply += " word";
  CHECK(told(score_on(guide, reply)) == "95 | finding a -5 “bad”");
}

TEST_CASE("words that a rule warns of earn nothing, and half where it suggests others") {
  CHECK(told(score_on(scored(plain, "a: {find: [hello]}"), "Hello.")) ==
        "20 | missing hello 0 | missing thanks 0");
  CHECK(told(score_on(scored(plain, "a: {find: [hello], level: suggestion}"), "Hello.")) ==
        "44 | half hello 24 “Hello” | missing thanks 0");
}

TEST_CASE("what does not apply is not asked for") {
  const std::string guide =
      scored("{earns: {hello: 50, thanks: {points: 50, only: {known: message}}}}");
  CHECK(score_on(guide, "Hello.").overall == 100);
  CHECK(score_on(guide, "Hello.", said("It broke.")).overall == 50);
  const std::string none = scored("{earns: {hello: {points: 50, only: {tag: x}}}}");
  CHECK(told(score_on(none, "Hello.")) == "-");
  const std::string off = scored("{only: {tag: x}, earns: {hello: 50}}");
  CHECK(told(score_on(off, "Hello.")) == "-");
}

TEST_CASE("the customer's own words are earned together") {
  const std::string guide = scored("{earns: {their-words: {points: 50, echoes: 2}}}");
  const Context context = said("The blue kettle arrived with a broken lid.");
  CHECK(told(score_on(guide, "A new kettle leaves today.", context)) ==
        "0 | missing their-words 0");
  CHECK(told(score_on(guide, "A blue kettle leaves today.", context)) ==
        "100 | earned their-words 100 “blue, kettle”");
}

TEST_CASE("the overall score is the mean by weight, and the largest gain comes first") {
  const std::string guide = scored(
      "{weight: 30, earns: {hello: {points: 10, advice: greet}, thanks: {points: 30, advice: "
      "thank}}}"
      "\n  clear: {weight: 10, start: 100, costs: {question: 5}}");
  const Score score = score_on(guide, "Good.");
  CHECK(score.overall == 25);
  REQUIRE(score.gains.size() == 2);
  CHECK(score.gains[0].advice == "thank");
  CHECK(score.gains[0].points == 56);
  CHECK(score.gains[1].points == 19);
  CHECK(score.gains[0].missing);
}

TEST_CASE("parts add up to the score of every dimension") {
  const Guide guide = Guide::built_in();
  LintOptions options;
  options.score = true;
  for (const std::string_view reply :
       {"Hi Ana,\n\nThank you for the steps. I've refunded it. Unfortunately the blue one is sold "
        "out.\n\nBest,\nMarta",
        "No.", "So what? You forgot to read it!!",
        "Could you send the file? I'm sorry it broke."}) {
    Context context = said("I'm really angry!!");
    context.customer.name = "Ana";
    const Report report = lint(guide, {.name = "draft", .bytes = reply}, context, options);
    REQUIRE(report.score);
    for (const ScoreDimension& dimension : report.score->dimensions) {
      if (!dimension.applicable) continue;
      int sum = dimension.start;
      for (const ScorePart& part : dimension.parts) sum += part.points;
      CAPTURE(reply, dimension.name);
      CHECK(sum == dimension.score);
    }
  }
}

TEST_CASE("spans of the score are those of the source") {
  const std::string guide = scored("{earns: {hello: 50}}");
  LintOptions options;
  options.score = true;
  const std::string_view html = "<p>&eacute;</p><p>Say hello</p>";
  const Report report = lint(*loaded(guide).guide,
                             {.name = "draft", .bytes = html, .syntax = Syntax::html}, {}, options);
  const ScorePart& part = report.score->dimensions.front().parts.front();
  CHECK(html.substr(part.span.begin, part.span.size()) == "hello");
  CHECK(part.position.column == part.span.begin + 1);
}

TEST_CASE("there is a score only when it is asked for and there are words") {
  const Guide guide = Guide::built_in();
  CHECK_FALSE(lint(guide, {.name = "draft", .bytes = "Hello."}).score);
  LintOptions options;
  options.score = true;
  CHECK_FALSE(lint(guide, {.name = "draft", .bytes = "\n"}, {}, options).score);
}

TEST_CASE("what is suppressed takes nothing away") {
  const std::string guide =
      scored("{start: 100, loses: [Words]}") + "suppress: [{reply: draft, reason: agreed}]\n";
  CHECK(score_on(guide, "It is bad.").overall == 100);
}

TEST_CASE("a guide changes the score of the one it extends in part") {
  const LoadedGuide changed = load_guide(
      {"g",
       "extends: support\nscore:\n  warmth: 7\n  clarity: off\n  empathy:\n    earns: {apology: "
       "3, sympathy: off}\n"});
  REQUIRE(changed.guide);
  const auto find = [&](std::string_view name) {
    return std::find_if(changed.score.begin(), changed.score.end(),
                        [&](const DimensionText& each) { return each.name == name; });
  };
  REQUIRE(find("warmth") != changed.score.end());
  CHECK(find("warmth")->weight == 7);
  CHECK_FALSE(find("warmth")->earns.empty());
  CHECK(find("clarity") == changed.score.end());
  for (const EarningText& each : find("empathy")->earns) {
    CHECK(each.name != "sympathy");
    if (each.name == "apology") CHECK(each.points == 3);
  }
}
