// Files of many saved replies on the command line.

#include <catch2/catch.hpp>

#include "apps/world.hpp"

using tonelint::test::Ran;
using tonelint::test::World;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

constexpr const char* macros = R"({"macros": [
  {"id": 4711, "title": "Refund delayed", "active": true, "actions": [
    {"field": "comment_value", "value": "Hi,\n\nPlease utilize your \"ticket\" — thanks."}]},
  {"id": 4712, "title": "Note", "active": true, "actions": [
    {"field": "comment_value", "value": "stupid"},
    {"field": "comment_mode_is_public", "value": "false"}]},
  {"id": 4713, "title": "Rude", "active": true, "actions": [
    {"field": "comment_value", "value": "That is stupid."}]}
 ], "next_page": null}
)";

}  // namespace

TEST_CASE("check reads a library, and names its replies") {
  const World world;
  world.write("macros.json", macros);
  const Ran ran = world.shell("tonelint check macros.json");
  CHECK(ran.exit == 1);
  CHECK(has(ran.out, "macros.json › Refund delayed (id 4711)\n"));
  CHECK(has(ran.out, "macros.json:3:56 suggestion plain-words\n"));
  CHECK(has(ran.out, "macros.json › Rude (id 4713)\n"));
  CHECK(has(ran.out, "in 2 replies."));
  CHECK(has(ran.out, "1 record is not for customers."));
  CHECK_FALSE(has(ran.out, "4712"));
}

TEST_CASE("the name of a reply is in every format") {
  const World world;
  world.write("macros.json", macros);
  CHECK(has(world.shell("tonelint check macros.json --format json").out,
            R"("record":{"name":"Rude","id":"4713","pointer":"/macros/2/actions/0/value"})"));
  CHECK(has(
      world.shell("tonelint check macros.json --format sarif").out,
      R"("logicalLocations":[{"name":"Rude","fullyQualifiedName":"/macros/2/actions/0/value")"));
  CHECK(has(world.shell("tonelint check macros.json --format rdjsonl").out,
            R"({"message":"Rude (id 4713): “stupid” hurts.)"));
  CHECK(has(world.shell("tonelint check macros.json --format github").out,
            "::Rude (id 4713): “stupid” hurts."));
}

TEST_CASE("fix rewrites the texts of a library in their place") {
  const World world;
  world.write("macros.json", macros);
  const Ran ran = world.shell("tonelint fix macros.json");
  CHECK(ran.exit == 1);  // the rude one remains
  CHECK(has(ran.out, "macros.json › Rude (id 4713)\n"));
  CHECK(has(ran.err, "fixed 1 finding in macros.json."));
  std::string wanted = macros;
  wanted.replace(wanted.find("utilize"), 7, "use");
  CHECK(world.read("macros.json") == wanted);
  CHECK(world.shell("tonelint fix --quiet macros.json").err == "");
  CHECK(world.read("macros.json") == wanted);
}

TEST_CASE("in a folder, libraries are checked and other files are left alone") {
  const World world;
  world.write("all/macros.json", macros);
  world.write("all/package.json", R"({"name": "x", "data": [1]})");
  world.write("all/broken.yaml", "a: [");
  world.write("all/draft.txt", "That is stupid.");
  const Ran ran = world.shell("tonelint check all --quiet");
  CHECK(ran.exit == 1);
  CHECK(ran.err == "");
  CHECK(has(ran.out, "2 errors in 3 replies."));
}

TEST_CASE("a file of unknown shape is refused, but for the guide's mapping or another syntax") {
  const World world;
  world.write("own.json", R"({"items": [{"title": "A", "body": "That is stupid."}]})");
  const Ran refused = world.shell("tonelint check own.json");
  CHECK(refused.exit == 2);
  CHECK(has(refused.err, "can't find saved replies in own.json"));
  CHECK(world.shell("tonelint check own.json --syntax text").err == "");
  world.write(
      "tonelint.yaml",
      std::string("library: {records: /items/*, text: /body, name: /title}\n") + World::guide);
  const Ran mapped = world.shell("tonelint check own.json");
  CHECK(mapped.exit == 1);
  CHECK(has(mapped.out, "own.json › A\n"));
}

TEST_CASE("a truncated library: what could be read is checked, and the end is told") {
  const World world;
  world.write("macros.json", std::string(macros).substr(0, 200));
  const Ran ran = world.shell("tonelint check macros.json");
  CHECK(ran.exit == 2);
  CHECK(has(ran.out, "plain-words"));
  CHECK(has(ran.out, "input/not-json"));
}

TEST_CASE("a conversation of a helpdesk is a context") {
  const World world;
  world.write("draft.txt", "Hi Rosa");
  world.write(
      "thread.json",
      R"({"comments": [{"author_id": 1, "plain_body": "This is awful!!!", "public": true}],)"
      R"("users": [{"id": 1, "name": "Rosa Example", "role": "end-user"}]})");
  CHECK(world.shell("tonelint check --context thread.json draft.txt").exit == 0);
}

TEST_CASE("many replies come out in order, whatever the number of threads") {
  const World world;
  std::string file = "[";
  for (int i = 0; i < 3000; ++i) {
    file += std::string(i == 0 ? "" : ",") + R"({"id":)" + std::to_string(i) +
            R"(,"short_code":"s","content":"That is stupid."})";
  }
  world.write("replies.json", file + "]");
  const Ran one = world.shell("tonelint check replies.json --jobs 1 --format rdjsonl");
  const Ran four = world.shell("tonelint check replies.json --jobs 4 --format rdjsonl");
  CHECK(one.out == four.out);
  CHECK(has(one.out, "(id 2999)"));
}

TEST_CASE("--across compares the replies of all files") {
  const World world;
  const std::string text =
      "Hi Ann, the refund for your order is on its way and comes within a week.";
  world.write("replies.json",
              R"([{"id": 1, "short_code": "refund", "content": ")" + text + R"("}])");
  world.write("z.txt", "Hi Bob, the refund for your order is on its way and comes within a week.");
  CHECK(world.shell("tonelint check . --format lines").out == "");
  const Ran ran = world.shell("tonelint check . --across --format lines --fail-on warning");
  CHECK(ran.exit == 1);
  CHECK(ran.out ==
        "z.txt:1:1: warning: The same text as “refund” (replies.json:1:48), but for names and "
        "numbers. One will do. [library/duplicate]\n");
  CHECK(world.shell("tonelint check . --across --changed-since HEAD").exit == 2);
}
