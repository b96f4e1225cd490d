#include <catch2/catch.hpp>
#include <filesystem>

#include "apps/world.hpp"
#include "has.hpp"

using tonelint::test::has;
using tonelint::test::Ran;
using tonelint::test::World;

namespace {

/// A folder without a guide.
struct EmptyWorld : World {
  EmptyWorld() { std::filesystem::remove(folder() / "tonelint.yaml"); }
};

}  // namespace

TEST_CASE("init writes a guide that proves itself") {
  const EmptyWorld world;
  const Ran init = world.shell("tonelint init");
  CHECK(init.exit == 0);
  CHECK(has(init.out, "Wrote tonelint.yaml."));
  const Ran test = world.shell("tonelint test");
  CHECK(test.exit == 0);
  CHECK(test.err.empty());
  CHECK(has(world.shell("tonelint rules").out, "house-conversation"));
}

TEST_CASE("a rule of the guide that init writes finds something") {
  const EmptyWorld world;
  world.write("a.txt", "Hi Ana,\n\nYour ticket is here.\n");
  CHECK(world.shell("tonelint init --yes").exit == 0);
  CHECK(has(world.shell("tonelint check a.txt").out, "suggestion house-conversation"));
}

TEST_CASE("init takes the team's name and channel, whatever they hold") {
  const EmptyWorld world;
  CHECK(world.shell("tonelint init --name 'Ana \"&\": #1 {é}' --channel chat").exit == 0);
  const std::string guide = world.read("tonelint.yaml");
  CHECK(has(guide, "\nname: \"Ana \\\"&\\\": #1 {é}\"\n"));
  CHECK(has(guide, "\nchannel: chat "));
  CHECK(world.shell("tonelint test").exit == 0);
  CHECK(world.shell("tonelint init --channel fax").exit == 2);
}

TEST_CASE("init leaves a guide that is there as it is") {
  const EmptyWorld world;
  const std::string name = GENERATE("tonelint.yaml", ".tonelint.yaml");
  world.write(name, "name: mine\n");
  const Ran ran = world.shell("tonelint init --yes");
  CHECK(ran.exit == 2);
  CHECK(ran.err ==
        "tonelint: there is a style guide here already: " + name + ". It was left as it is.\n");
  CHECK(world.read(name) == "name: mine\n");
}

TEST_CASE("init does not write through a link") {
  const EmptyWorld world;
  std::filesystem::create_symlink("elsewhere.yaml", world.folder() / "tonelint.yaml");
  CHECK(world.shell("tonelint init --yes").exit == 2);
  CHECK_FALSE(std::filesystem::exists(world.folder() / "elsewhere.yaml"));
}

TEST_CASE("init asks at a terminal, and nowhere else") {
  const EmptyWorld world;
  // util-linux's script gives the program a terminal.
  const std::string program = TONELINT_PROGRAM;
  const Ran asked = world.shell("printf 'Acme care\\nfax\\nchat\\n' | script -qec '" + program +
                                " init' /dev/null");
  CHECK(has(asked.out, "What is your team called?"));
  CHECK(has(world.read("tonelint.yaml"), "name: \"Acme care\"\n"));
  CHECK(has(world.read("tonelint.yaml"), "channel: chat "));
  std::filesystem::remove(world.folder() / "tonelint.yaml");
  CHECK_FALSE(has(world.shell("printf 'x\\n' | tonelint init").out, "called?"));
  CHECK(has(world.read("tonelint.yaml"), "name: \"Our support team\"\n"));
}

TEST_CASE("init says why a guide cannot be written") {
  const EmptyWorld world;
  const Ran ran = world.shell("mkdir gone && cd gone && rmdir ../gone && tonelint init");
  CHECK(ran.exit == 2);
  CHECK(ran.err == "tonelint: can't write tonelint.yaml: no such file or directory.\n");
}

TEST_CASE("schema prints the schema of guides") {
  const World world;
  const Ran ran = world.shell("tonelint schema");
  CHECK(ran.exit == 0);
  CHECK(has(ran.out, "\"$schema\": \"https://json-schema.org/draft/2020-12/schema\""));
  CHECK(has(ran.out, "\"also-find\""));
}
