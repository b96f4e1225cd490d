#include <catch2/catch.hpp>

#include "times.hpp"
#include "world.hpp"

// Of each draft a cost that grows by the square would take minutes: the test would not end.
namespace tonelint::testing {

TEST_CASE("What the customer said does not take long to ask of many findings") {
  const std::string unless = guide("a: {find: [problem~], unless: {customer-said-it: yes}}");
  Context context;
  context.customer.message = times(40000, "issue ");
  const std::string draft = times(20000, "problem ");
  CHECK(report_on(unless, draft, context).diagnostics.size() == 20000);
  context.customer.message += "problems";
  CHECK(report_on(unless, draft, context).diagnostics.empty());
}

TEST_CASE("Findings of several branches do not take long to put together") {
  const std::string bad = times(10000, "bad ");
  const std::string draft = "{% if a %}" + bad + "{% else %}" + bad + "{% endif %}" + bad;
  const LoadedGuide& compiled = loaded(guide("a: {find: [bad]}"));
  REQUIRE(compiled.guide);
  const Report report = lint(*compiled.guide, {.name = "draft", .bytes = draft});
  CHECK(report.diagnostics.size() == 30000);
}

TEST_CASE("What is worth most of many finds does not take long to tell") {
  const LoadedGuide& compiled =
      loaded(guide("category: Words\ncues:\n  hello: [hello]\nscore:\n  tone: {start: 50, earns: "
                   "{hello: {cues: hello, points: 10}}}\n---\n"
                   "a: {find: [hello], level: suggestion}"));
  REQUIRE(compiled.guide);
  LintOptions options;
  options.score = true;
  const std::string draft = times(40000, "hello ");
  const Report report = lint(*compiled.guide, {.name = "draft", .bytes = draft}, {}, options);
  REQUIRE(report.score);
  CHECK(report.score->dimensions.front().parts.front().kind == ScorePart::Kind::half);
}

}  // namespace tonelint::testing
