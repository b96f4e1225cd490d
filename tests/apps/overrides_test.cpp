#include <catch2/catch.hpp>

#include "apps/world.hpp"

using tonelint::test::World;

TEST_CASE("check keeps to the overrides of the guide") {
  const World world;
  world.write("tonelint.yaml", std::string(World::guide) +
                                   "overrides:\n"
                                   "  - {files: kind/**, rules: {insult: off}}\n"
                                   "  - {files: '*.md', rules: {insult: {level: suggestion}}}\n");
  for (const char* name : {"a.txt", "b.md", "kind/c.txt", "kind/d.md"}) {
    world.write(name, "That is stupid.");
  }
  CHECK(world.shell("tonelint check . --format lines").out ==
        "a.txt:1:9: error: “stupid” hurts. [insult]\n"
        "b.md:1:9: suggestion: “stupid” hurts. [insult]\n");
}
