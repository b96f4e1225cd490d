// What makes long runs bearable: progress, an end in the middle, and numbers at the end.

#include <catch2/catch.hpp>

#include "apps/world.hpp"
#include "has.hpp"

using tonelint::test::has;
using tonelint::test::Ran;
using tonelint::test::World;

TEST_CASE("Ctrl-C ends a run with what was found so far") {
  const World world;
  world.write("a.txt", "stupid\n");
  const Ran ran = world.shell("mkfifo b.txt\n'" TONELINT_PROGRAM
                              R"(' check a.txt b.txt --jobs 1 --format json=r.json &
until [ -e r.json ]; do sleep 0.1; done
sleep 2
kill -INT $!
wait $!
echo $?)");
  CHECK(ran.out == "130\n");
  CHECK(ran.err == "tonelint: stopped; this is what was found so far.\n");
  CHECK(has(world.read("r.json"), "\"rule\":\"insult\""));
  CHECK(has(world.read("r.json"), "\"summary\":{\"replies\":1,"));
}

TEST_CASE("check --watch ends in the middle of a run") {
  const World world;
  world.write("a.txt", "stupid\n");
  // Two pipes that nobody writes to: a signal wakes who waits for the first, and must be known
  // before the second.
  for (const auto& [signal, exit] : {std::pair("INT", 130), {"TERM", 143}}) {
    const Ran ran = world.shell(std::string("rm -f r.json b c; mkfifo b c; timeout -s ") + signal +
                                " -k 20 --preserve-status 2 '" TONELINT_PROGRAM
                                R"(' check --watch a.txt b c --jobs 1 --format json=r.json)");
    INFO(signal << ": " << ran.err);
    CHECK(ran.exit == exit);
    CHECK(has(ran.err, "stopped; this is what was found so far."));
    CHECK(has(world.read("r.json"), "\"summary\":{\"replies\":1,"));
  }
}

TEST_CASE("a long run shows on a terminal how far it is, and leaves nothing behind") {
  const World world;
  world.write("a.txt", "Hello\n");
  const Ran ran = world.shell(R"(command -v script > /dev/null || { echo skipped; }
mkfifo b.txt
{ sleep 1; echo Hello > b.txt; } &
TERM=xterm script -qec "')" TONELINT_PROGRAM
                              R"(' check a.txt b.txt --jobs 1 --format json=r.json" typescript)");
  if (has(ran.out, "skipped")) {
    WARN("there is no script here, to look like a terminal");
    return;
  }
  const std::string seen = world.read("typescript");
  CHECK(has(seen, "100 %  2 replies, "));
  CHECK(seen.rfind("\r\x1b[K") > seen.find("100 %"));
}

TEST_CASE("there is no progress where nobody looks") {
  const World world;
  world.write("a.txt", "Hello\n");
  const Ran ran = world.shell(R"(mkfifo b.txt
{ sleep 1; echo Hello > b.txt; } &
tonelint check a.txt b.txt --jobs 1 --format json=r.json)");
  CHECK(ran.err.empty());
}

TEST_CASE("statistics tell how often each rule spoke, and what it cost") {
  const World world;
  world.write("a.txt", "stupid ticket, ticket\n");
  world.write("b.txt", "a ticket\n");
  const Ran ran = world.shell("tonelint check a.txt b.txt --statistics --format json=r.json");
  CHECK(ran.exit == 1);
  const std::string spoke =
      "findings  replies  level       rule\n"
      "       3        2  warning     house-conversation\n"
      "       1        1  error       insult\n"
      "\n    time  per reply  rule\n";
  CHECK(ran.err.substr(0, spoke.size()) == spoke);
  CHECK(has(ran.err, " µs  insult\n"));
  CHECK(has(ran.err, " µs  (finding the phrases of all rules, in one pass)\n"));
  CHECK_FALSE(has(ran.err, "plain-words"));  // its phrases were not met
  const std::string cached = "tonelint check a.txt --cache --statistics";
  CHECK(has(world.shell(cached).err, "µs"));
  const Ran again = world.shell(cached);
  CHECK(has(again.err, "error       insult\n"));
  CHECK_FALSE(has(again.err, "µs"));  // nothing was worked out
}
