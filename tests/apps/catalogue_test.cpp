#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "apps/world.hpp"

using tonelint::test::World;

TEST_CASE("rules/CATALOGUE.md is what the rules say") {
  std::ostringstream written;
  written << std::ifstream(std::string(TONELINT_ROOT) + "/rules/CATALOGUE.md").rdbuf();
  const World world;
  const std::string now = world.shell("tonelint rules --guide support --format markdown").out;
  INFO("to write it again: tonelint rules --guide support --format markdown > rules/CATALOGUE.md");
  CHECK((written.str() == now));
}
