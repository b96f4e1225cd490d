#include <catch2/catch.hpp>
#include <set>

#include "tonelint/guide.hpp"
#include "world.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

const LoadedGuide& support() {
  static const LoadedGuide guide = load_guide(*built_in_text("support"));
  return guide;
}

/// What stands in quotation marks is somebody else's words; what is filled in is no text yet.
std::string as_prose(std::string text) {
  for (std::size_t at = 0; (at = text.find('{', at)) != std::string::npos;) {
    text.replace(at, text.find('}', at) + 1 - at, "this");
  }
  return text;
}

}  // namespace

TEST_CASE("the built-in guide proves itself by its examples") {
  const ExampleRun run =
      run_examples(load_guide(*built_in_text("support"), {}, {.all_rules = true}));
  CHECK(run.examples > 1200);
  for (const ExampleFailure& failure : run.failures) {
    FAIL_CHECK(failure.file << ":" << failure.position.line << ":" << failure.position.column
                            << ": " << failure.rule << ": " << failure.what);
  }
}

TEST_CASE("every rule of the built-in guide has what people need of it") {
  for (const RuleText& rule : support().rules) {
    INFO(rule.file << ": " << rule.id);
    bool bad = false;
    bool good = false;
    for (const Example& example : rule.examples) {
      bad = bad || example.bad;
      good = good || !example.bad || example.good;
    }
    CHECK(bad);
    CHECK(good);
    CHECK_FALSE(rule.message.empty());
    CHECK_FALSE(rule.why.empty());
    CHECK_FALSE(rule.category.empty());
  }
}

TEST_CASE("messages and whys of the built-in guide pass the built-in guide") {
  const Guide guide = Guide::built_in();
  Context context;
  context.channel = "public";
  for (const RuleText& rule : support().rules) {
    for (const std::string& text : {as_prose(rule.message), as_prose(rule.why)}) {
      const Report report = lint(guide, {.name = "text", .bytes = text}, context);
      for (const Diagnostic& found : report.diagnostics) {
        if (found.level == Level::suggestion) continue;
        FAIL_CHECK(rule.file << ": " << rule.id << ": " << text << "\n  " << text_of(found));
      }
    }
  }
}

TEST_CASE("rules of the built-in guide are named once, by the fault") {
  std::set<std::string> names;
  for (const RuleText& rule : support().rules) {
    INFO(rule.id);
    CHECK(names.insert(rule.id).second);
    // Not by the advice, which is what the message gives.
    for (const char* start : {"use-", "avoid-", "prefer-", "say-", "always-"}) {
      CHECK_FALSE(rule.id.starts_with(start));
    }
  }
}

TEST_CASE("the built-in guide and its source lint alike") {
  for (const RuleText& rule : support().rules) {
    for (const Example& example : rule.examples) {
      const Source source{.name = "x", .bytes = example.text, .syntax = example.syntax};
      const Report one = lint(Guide::built_in(), source, example.context);
      const Report two = lint(*support().guide, source, example.context);
      INFO(rule.id << ": " << example.text);
      REQUIRE(text_of(one) == text_of(two));
    }
  }
}
