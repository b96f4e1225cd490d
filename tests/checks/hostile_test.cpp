#include <catch2/catch.hpp>

#include "checks/world.hpp"

// Of each draft a cost that grows by the square would take minutes: the test would not end.
namespace tonelint::testing {
namespace {

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  for (; count > 0; --count) out += text;
  return out;
}

}  // namespace

TEST_CASE("Addresses do not take long to find in a draft without spaces") {
  CHECK(detect("link", "s: " + times(300000, "-ht")).empty());
  CHECK(detect("link", "s: " + times(200000, "-http:")).empty());
  CHECK(detect("link", "See " + times(100000, "-htt-htp") + "-http://localhost/a") ==
        Lines{"http://localhost/a"});
}

}  // namespace tonelint::testing
