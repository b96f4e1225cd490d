#include <catch2/catch.hpp>

#include "tonelint/guide.hpp"

using namespace tonelint;

namespace {

LoadedGuide loaded(const std::string& library, const std::string& extends = "support") {
  LoadedGuide guide =
      load_guide({"tonelint.yaml", "extends: " + extends + "\nlibrary: " + library + "\n"});
  REQUIRE(guide.problems.empty());
  return guide;
}

}  // namespace

TEST_CASE("a guide says where saved replies stand, and whether they are compared") {
  const LoadedGuide both = loaded("{text: /body, folder: /box, across: yes}");
  REQUIRE(both.library);
  CHECK(both.library->folder == "/box");
  CHECK(both.guide->across());
  CHECK_FALSE(loaded("{text: /body}").guide->across());
}

TEST_CASE("to compare replies, nothing need be said of where they stand") {
  const LoadedGuide guide = loaded("{across: on}");
  CHECK_FALSE(guide.library);
  CHECK(guide.guide->across());
}

TEST_CASE("the built-in guide for libraries compares, and who extends it may not") {
  CHECK(Guide::built_in("library")->across());
  CHECK_FALSE(Guide::built_in("support")->across());
  CHECK(loaded("{text: /body}", "library").guide->across());
  CHECK_FALSE(loaded("{across: no}", "library").guide->across());
}
