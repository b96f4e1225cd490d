#include "tonelint/diagnostic.hpp"

#include <catch2/catch.hpp>

TEST_CASE("Levels have the names that guides use") {
  using tonelint::Level;
  CHECK(name_of(Level::suggestion) == "suggestion");
  CHECK(name_of(Level::warning) == "warning");
  CHECK(name_of(Level::error) == "error");
}

TEST_CASE("Edits are made in a text, or in a part of it") {
  using tonelint::Edit;
  using tonelint::with_edits;
  const std::vector<Edit> edits{{{3, 3}, "so "}, {{3, 7}, "late"}, {{9, 10}, ""}};
  CHECK(with_edits("We send it.", {}) == "We send it.");
  CHECK(with_edits("We send it.", edits) == "We so late i.");
  CHECK(with_edits("We send it.", edits, {3, 10}) == "so late i");
}
