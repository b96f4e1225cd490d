// Replies that come one after the other on standard input.

#include <catch2/catch.hpp>
#include <sstream>
#include <vector>

#include "apps/world.hpp"
#include "has.hpp"

using tonelint::test::has;
using tonelint::test::Ran;
using tonelint::test::World;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("a reply on a line has its answer on a line") {
  const World world;
  world.write("in.jsonl",
              R"({"id":"8812","brand":"Acme","tags":["2026-11"],"reply":"Your 😀 ticket"})"
              "\n"
              R"({"reply":"<p>is &#115;tupid</p>","syntax":"html"})"
              "\n");
  const Ran ran = world.shell("tonelint stream < in.jsonl");
  CHECK(ran.exit == 0);
  CHECK(ran.out ==
        R"({"line":1,"id":"8812","brand":"Acme","tags":["2026-11"],"verdict":"warn","words":2,)"
        R"("errors":0,"warnings":1,"suggestions":0,"findings":[{"rule":"house-conversation",)"
        R"("level":"warning","category":"","begin":7,"end":13,"match":"ticket",)"
        R"("message":"We say “conversation”, not “ticket”.","rewrite":"Your 😀 conversation",)"
        R"("safe":false}]})"
        "\n"
        R"({"line":2,"verdict":"block","words":2,"errors":1,"warnings":0,"suggestions":0,)"
        R"("findings":[{"rule":"insult","level":"error","category":"","begin":6,"end":17,)"
        R"("match":"stupid","message":"“stupid” hurts."}]})"
        "\n");
}

TEST_CASE("what is wrong with a line is said in its place, and the others are checked") {
  const World world;
  world.write("in.jsonl",
              "{\"reply\":\"a ticket\"\n{\"id\":\"7\",\"replay\":\"x\"}\n\n{\"id\":\"9\"}\n"
              "{\"reply\":\"fine\"}");
  const Ran ran = world.shell("tonelint stream < in.jsonl");
  CHECK(ran.exit == 0);
  const auto lines = lines_of(ran.out);
  REQUIRE(lines.size() == 4);
  CHECK(has(lines[0], R"({"line":1,"error":"the line is not JSON)"));
  CHECK(has(lines[1], R"({"line":2,"id":"7","error":")"));
  CHECK(has(lines[1], "Did you mean “reply”?"));
  CHECK(has(lines[1], R"("column":11})"));
  CHECK(has(lines[2], R"({"line":4,"id":"9","error":"There is no “reply” in the line)"));
  CHECK(has(lines[3], R"({"line":5,"verdict":"pass")"));
}

TEST_CASE("answers keep the order of the lines, however many work on them") {
  const World world;
  std::string in;
  for (int i = 0; i < 5000; ++i) {
    in += "{\"id\":\"" + std::to_string(i) + "\",\"reply\":\"" + std::string(i % 7 * 40, 'x') +
          " ticket\"}\n";
  }
  world.write("in.jsonl", in);
  const Ran one = world.shell("tonelint stream --jobs 1 < in.jsonl");
  const Ran four = world.shell("tonelint stream --jobs 4 < in.jsonl");
  CHECK(lines_of(one.out).size() == 5000);
  CHECK(one.out == four.out);
}

TEST_CASE("whoever waits for the answer to a line gets it before the next line is there") {
  const World world;
  const Ran ran = world.shell(R"(mkfifo in out
tonelint stream --jobs 2 < in > out &
stream=$!
{ sleep 60; kill $stream; } 2> /dev/null &
watch=$!
exec 3> in 4< out
for i in 1 2 3; do
  echo '{"reply":"a ticket"}' >&3
  read -r answer <&4 && echo "$i: ${answer%%,*}"
done
exec 3>&-
kill $watch
wait $stream)");
  CHECK(ran.out == "1: {\"line\":1\n2: {\"line\":2\n3: {\"line\":3\n");
}

TEST_CASE("a score comes when it is asked for, and rewrites stay away when they are not wanted") {
  const World world;
  world.write("in.jsonl", "{\"reply\":\"Hi Sam, your ticket is here.\"}\n");
  CHECK_FALSE(has(world.shell("tonelint stream --guide support < in.jsonl").out, "\"score\":"));
  CHECK(has(world.shell("tonelint stream --guide support --score < in.jsonl").out, "\"score\":"));
  CHECK(has(world.shell("tonelint stream < in.jsonl").out, "\"rewrite\":"));
  CHECK_FALSE(has(world.shell("tonelint stream --no-rewrites < in.jsonl").out, "\"rewrite\":"));
}

TEST_CASE("a stream ends when nobody listens any more") {
  const World world;
  const Ran ran = world.shell("yes '{\"reply\":\"a ticket\"}' | tonelint stream | head -n 1");
  CHECK(ran.exit == 0);
  CHECK(has(ran.out, "\"line\":1,"));
}
