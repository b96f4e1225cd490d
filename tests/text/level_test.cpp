#include <catch2/catch.hpp>

#include "tonelint/diagnostic.hpp"

TEST_CASE("Levels have the names that guides use") {
  using tonelint::Level;
  CHECK(name_of(Level::suggestion) == "suggestion");
  CHECK(name_of(Level::warning) == "warning");
  CHECK(name_of(Level::error) == "error");
}
