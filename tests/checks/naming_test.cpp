#include <catch2/catch.hpp>

#include "checks/world.hpp"

namespace tonelint::testing {
namespace {

Lines thing(std::string_view draft, std::string message) {
  return detect("named-thing", draft, {}, {.message = std::move(message)});
}

}  // namespace

TEST_CASE("a thing that has a name") {
  CHECK(thing("Your item leaves today.", "I ordered the blue kettle on Monday.") ==
        Lines{"Your item → Your blue kettle"});
  CHECK(thing("I see that the product is scratched.", "I bought a desk lamp. It is scratched.") ==
        Lines{"the product → the desk lamp"});
}

TEST_CASE("things that are named, or have no name") {
  CHECK(thing("Your item, the kettle, leaves today.", "I ordered the blue kettle.").empty());
  CHECK(thing("Your item leaves today.", "I ordered on Monday.").empty());
  CHECK(thing("Your item leaves today.", "I received an email about it.").empty());
  CHECK(thing("Your item leaves today.", "I ordered the wrong one.").empty());
  CHECK(thing("Your item number is on the label.", "I ordered the blue kettle.").empty());
  CHECK(thing("Your kettle leaves today.", "I ordered the blue kettle.").empty());
  CHECK(thing("Your item leaves today.", "").empty());
}

}  // namespace tonelint::testing
