#include <catch2/catch.hpp>

#include "apps/world.hpp"
#include "has.hpp"

using tonelint::test::has;
using tonelint::test::Ran;
using tonelint::test::World;

TEST_CASE("what a comment asks for is kept silent about, and counted") {
  const World world;
  world.write("draft.md", "<!-- tonelint-disable-next-line insult -- a title -->\nStupid is as.\n");
  const Ran ran = world.shell("tonelint check draft.md");
  CHECK(ran.exit == 0);
  CHECK(ran.out == "Nothing to change. Your reply is ready to send. 1 finding suppressed.\n");
}

TEST_CASE("a comment that silences nothing is shown where it stands") {
  const World world;
  world.write("draft.md", "All is well. <!-- tonelint-disable-line insult -->\n");
  const Ran ran = world.shell("tonelint check draft.md");
  CHECK(ran.exit == 0);
  CHECK(
      ran.out.starts_with("draft.md:1:41 warning suppression/unused\n"
                          "  “insult” finds nothing here. Take the comment away.\n"));
}

TEST_CASE("--require-reason wants to know why") {
  const World world;
  world.write("draft.md", "<!-- tonelint-disable insult -->\n\nStupid.\n");
  CHECK(world.shell("tonelint check draft.md").exit == 0);
  const Ran ran = world.shell("tonelint check --require-reason draft.md");
  CHECK(ran.exit == 1);
  CHECK(has(ran.out, "draft.md:1:1 error suppression/no-reason"));
  CHECK(world.shell("tonelint fix --require-reason draft.md").exit == 2);
}

TEST_CASE("fix does not touch what is suppressed") {
  const World world;
  const std::string draft = "Please utilize it. <!-- tonelint-disable-line plain-words -->\n";
  world.write("draft.md", draft);
  CHECK(world.shell("tonelint fix draft.md").exit == 0);
  CHECK(world.read("draft.md") == draft);
}

TEST_CASE("the guide silences by file and by id") {
  const World world;
  world.write("tonelint.yaml", std::string(World::guide) +
                                   "suppress:\n  - reply: [old/*, m-7]\n    rules: insult\n"
                                   "    reason: Sent as it was.\n");
  world.write("old/a.txt", "Stupid.\n");
  world.write("a.txt", "Stupid.\n");
  world.write("context.json", R"({"id": "m-7"})");
  CHECK(world.shell("tonelint check old").exit == 0);
  CHECK(world.shell("tonelint check a.txt").exit == 1);
  CHECK(world.shell("tonelint check --context context.json a.txt").exit == 0);
}

TEST_CASE("JSON names the rules that could not be asked") {
  const World world;
  world.write("tonelint.yaml",
              "rules:\n  angry-only:\n    message: m\n    find: [well]\n"
              "    only: {mood: angry}\n    examples: [{bad: well, good: fine, customer: "
              "{message: Stupid!}}]\n");
  world.write("draft.txt", "All is well.\n");
  const Ran ran = world.shell("tonelint check --format json draft.txt");
  CHECK(has(ran.out, R"("not_applicable":["angry-only"])"));
}

TEST_CASE("the guide may silence what is found by comparing replies") {
  const World world;
  const std::string text = "We had a look, and the kettle will be with you within a week or so.";
  for (const char* name : {"a.txt", "b.txt", "c.txt"}) world.write(name, text);
  world.write("tonelint.yaml", std::string(World::guide) +
                                   "library: {across: yes}\n"
                                   "suppress:\n"
                                   "  - {reply: b.txt, rules: library/duplicate, reason: law}\n");
  const Ran ran = world.shell("tonelint check a.txt b.txt c.txt --format json");
  CHECK(ran.out.find("\"suppressed_by\":\"guide\",\"reason\":\"law\"") != std::string::npos);
  CHECK(ran.out.find("\"warnings\":1,") != std::string::npos);
  CHECK(ran.out.find("\"suppressed\":1,") != std::string::npos);
  CHECK(ran.err.empty());
}
