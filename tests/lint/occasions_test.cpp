#include <catch2/catch.hpp>

#include "tonelint/guide.hpp"

using namespace tonelint;

TEST_CASE("the guides for an occasion prove themselves, and were compiled as they are written") {
  const auto names = built_in_guides();
  REQUIRE(names.size() >= 8);
  CHECK(names.front() == "support");
  for (const std::string_view name : names) {
    if (name == "support") continue;
    CAPTURE(name);
    const LoadedGuide loaded = load_guide(*built_in_text(name));
    REQUIRE(loaded.guide);
    CHECK(loaded.problems.empty());
    CHECK(Guide::built_in(name)->rule_count() == loaded.guide->rule_count());
    for (const ExampleFailure& failure : run_examples(loaded).failures) {
      FAIL_CHECK(failure.file << ":" << failure.position.line << ": " << failure.rule << ": "
                              << failure.what);
    }
  }
}

TEST_CASE("there is no built-in guide of another name") {
  CHECK_FALSE(Guide::built_in("stirct"));
  CHECK_FALSE(Guide::built_in("support/apology"));
}
