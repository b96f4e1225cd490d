// Files of many saved replies on the command line.

#include <catch2/catch.hpp>

#include "apps/world.hpp"
#include "has.hpp"

using tonelint::test::has;
using tonelint::test::Ran;
using tonelint::test::World;

namespace {

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

TEST_CASE("replies in another language than the guide's are skipped, by fix as by check") {
  const World world;
  world.write("tonelint.yaml", std::string("language: en\n") + World::guide);
  world.write("a.md", "---\nname: Danke\nlanguage: de\n---\nHow stupid, utilize it.\n");
  for (const char* command : {"check", "fix"}) {
    const Ran ran = world.shell(std::string("tonelint ") + command + " a.md --format json");
    INFO(command << ": " << ran.out);
    CHECK(ran.exit == 0);
    CHECK(has(ran.out, R"("replies":0)"));
    CHECK(has(ran.out, R"("skipped":1,"other_languages":1})"));
  }
}

TEST_CASE("why records were left out is told") {
  const World world;
  world.write("tonelint.yaml", std::string("language: en\n") + World::guide);
  world.write("a.md", "---\nname: Danke\nlanguage: de\n---\nDanke.\n");
  world.write("b.md", "---\nname: Draft\ndraft: yes\n---\nYes.\n");
  world.write("c.jsonl", R"({"name": "Un", "language": "fr", "body": "Oui."})"
                         "\n"
                         R"({"name": "Deux", "language": "fr", "body": "Non."})"
                         "\n");
  const std::string library = "library: {text: /body, name: /name, language: /language}\n";
  world.write("tonelint.yaml", "language: en\n" + library + World::guide);
  for (const char* command : {"check", "fix"}) {
    const Ran ran =
        world.shell("COLUMNS=200 tonelint " + std::string(command) + " a.md b.md c.jsonl");
    INFO(command << ": " << ran.err);
    CHECK(has(ran.out,
              "Nothing was checked. 1 record is not for customers. 3 records are in another "
              "language."));
  }
  CHECK(world.shell("tonelint check a.md").out ==
        "Nothing was checked. 1 record is in another language.\n");
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

TEST_CASE("in a folder, a library that is cut off is told") {
  const World world;
  world.write("all/macros.json", std::string(macros).substr(0, 200));
  const Ran ran = world.shell("tonelint check all");
  CHECK(ran.exit == 2);
  CHECK(has(ran.out, "input/not-json"));
}

TEST_CASE("that nothing was checked is told") {
  const World world;
  world.write("none.json", R"({"macros": []})");
  const Ran ran = world.shell("tonelint check none.json");
  CHECK(ran.exit == 0);
  CHECK(ran.err == "tonelint: there are no replies in what was given, so nothing was checked.\n");
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

TEST_CASE("a guide may ask to compare the replies, and the command line has the last word") {
  const World world;
  const std::string text = "We had a look, and the kettle will be with you within a week or so.";
  world.write("a.txt", text);
  world.write("b.txt", text);
  world.write("tonelint.yaml", std::string(World::guide) + "library: {across: yes}\n");
  const auto ends = [&](const std::string& options) {
    return world.shell("tonelint check a.txt b.txt --fail-on warning " + options).exit;
  };
  CHECK(ends("") == 1);
  CHECK(ends("--no-across") == 0);
  CHECK(ends("--guide support") == 0);
  CHECK(ends("--guide support --across") == 1);
  CHECK(ends("--guide library --format lines=l") == 1);
  CHECK(has(world.read("l"), "library/duplicate"));
  CHECK(ends("--across --no-across") == 2);
  CHECK(world.shell("tonelint baseline a.txt b.txt -o known").exit == 0);
  CHECK(ends("--baseline known") == 0);
}

TEST_CASE("findings across a library have both places in every format") {
  const World world;
  std::string json = "[";
  for (int i = 0; i < 10; ++i) {
    const std::string greeting = i == 4 ? "" : "Hi Maria,\\n\\n";
    json += (i == 0 ? "\n" : ",\n") + std::string(R"({"id": )") + std::to_string(i + 1) +
            R"(, "title": "Reply )" + std::to_string(i) + R"(", "folder_id": 7, "content": ")" +
            greeting + "The thing that you wrote about, which has number " +
            std::string(static_cast<std::size_t>(i + 1), 'x') +
            ", is on its way to you now and will be there on time." + R"("})";
  }
  world.write("replies.json", json + "]");
  const Ran ran = world.shell(
      "tonelint check replies.json --across --format terminal --format json=r.json "
      "--format sarif=r.sarif --format html=r.html");
  CHECK(has(ran.out, "replies.json:6:59 suggestion library/tone"));
  CHECK(has(world.read("r.json"),
            R"("related":[{"file":"replies.json","begin":{"line":2,"column":59},"name":"Reply 0",)"
            R"("id":"1"}])"));
  CHECK(has(world.read("r.sarif"),
            R"("relatedLocations":[{"physicalLocation":{"artifactLocation":{"uri":"replies.json",)"
            R"("uriBaseId":"%SRCROOT%"},"region":{"startLine":2,"startColumn":59}})"));
  CHECK(has(world.read("r.html"), R"("folder":"7")"));
  CHECK(
      has(world.read("r.html"),
          R"("related":[{"file":"replies.json","name":"Reply 0","id":"1","line":2,"column":59}])"));
  // Standard input can be read but once.
  const Ran piped = world.shell(
      "tonelint check --across --format lines --stdin-name replies.json - < replies.json");
  CHECK(has(piped.out, "The 9 others in folder 7 greet the customer; this one does not."));
}

TEST_CASE("the mistakes of a front matter come in their order") {
  const World world;
  world.write("a.md", "---\none: \"a\\_b\\N\"\ntwo: \"a\\_b\\N\"\n---\nHow stupid.\n");
  const Ran ran = world.shell("tonelint check --quiet a.md");
  REQUIRE(has(ran.out, "a.md:5:5 error"));
  CHECK(ran.out.find("a.md:2:6 warning") < ran.out.find("a.md:3:6 warning"));
  CHECK(ran.out.find("a.md:3:6 warning") < ran.out.find("a.md:5:5 error"));
}
