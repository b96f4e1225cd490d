#include <catch2/catch.hpp>

#include "apps/world.hpp"

using tonelint::test::Ran;
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

TEST_CASE("a draft that is no file says where it belongs") {
  const World world;
  world.write("tonelint.yaml", std::string(World::guide) +
                                   "overrides:\n"
                                   "  - {files: kind/**, rules: {insult: off}}\n");
  const auto line = [](const std::string& path) {
    return R"({"path": ")" + path + R"(", "reply": "That is stupid."})" + "\n";
  };
  world.write("lines", line("kind/a.txt") + line("a.txt") + line("team/kind/b.txt"));
  const std::string out = world.shell("tonelint stream --no-rewrites < lines").out;
  const auto verdict = [&](int number) {
    const std::size_t at = out.find("{\"line\":" + std::to_string(number) + ",");
    REQUIRE(at != std::string::npos);
    return out.substr(out.find("\"verdict\"", at) + 11, 4);
  };
  CHECK(verdict(1) == "pass");
  CHECK(verdict(2) == "bloc");
  CHECK(verdict(3) == "pass");

  world.write("context.json", line("kind/a.txt"));
  CHECK(world.shell("tonelint check --context context.json").exit == 0);
  world.write("context.json", line("a.txt"));
  CHECK(world.shell("tonelint check --context context.json").exit == 1);
}

TEST_CASE("the rules of overrides are proved, each under its own override") {
  const World world;
  const auto test = [&](const std::string& overrides) {
    world.write("tonelint.yaml", std::string(World::guide) + "overrides:\n" + overrides);
    return world.shell("tonelint test");
  };
  const std::string rule =
      "  - files: [vip/**, '*.md']\n"
      "    rules: {shout: {message: A., find: [loud], examples: [{bad: 'So [[loud]].'}, {good: ";
  const Ran right = test(rule + "'So low.'}]}}\n");
  CHECK(right.exit == 0);
  const Ran wrong = test(rule + "'So loud.'}]}}\n");
  CHECK(wrong.exit == 1);
  CHECK(wrong.out.find("shout for files “vip/**”, “*.md”") != std::string::npos);
  CHECK(wrong.out.find("it fires") != std::string::npos);
}

TEST_CASE("examples of the guide that an override makes untrue are told, and do not fail") {
  const World world;
  world.write("tonelint.yaml",
              std::string(World::guide) +
                  "overrides:\n"
                  "  - {files: kind/**, rules: {insult: {find: [daft], examples: [{bad: "
                  "'[[daft]]'}, {good: 'A'}]}}}\n"
                  "  - {files: chat/**, rules: {insult: {only: {tag: rude}}}}\n");
  const Ran ran = world.shell("tonelint test");
  CHECK(ran.exit == 0);
  CHECK(ran.out.find("3 rules, 6 examples") != std::string::npos);
  CHECK(ran.out.find("for files “chat/**”") != std::string::npos);
}
