// tonelint check --cache: the same words as without, sooner, and no harm whatever happens to it.

#include <catch2/catch.hpp>

#include "apps/world.hpp"
#include "has.hpp"

using tonelint::test::has;
using tonelint::test::Ran;
using tonelint::test::World;

namespace {

/// Drafts and libraries with whatever a report may hold.
void write_all(const World& world, const std::string& before = "") {
  world.write("in/a.txt", before + "Hi Ana,\n\nthis is stupid. Please utilize the ticket.\n");
  world.write("in/b.md",
              "Hi,\n\n<!-- tonelint-disable-next-line insult -- a quote -->\nstupid\n\n"
              "**ticket** here\n");
  world.write("in/c.txt", "All is well.\n");
  world.write("in/d.md", "---\nname: Closing\nlanguage: en\n---\nThe ticket is closed.\n");
  world.write("in/macros.json", R"({"macros": [)" + before +
                                    R"({"id": 1, "title": "One", "active": true, "actions": [
     {"field": "comment_value_html", "value": "<p>A \u201cstupid\u201d ticket &amp; so on</p>"}]},
    {"id": 2, "title": "Two", "active": true, "actions": [
     {"field": "comment_value", "value": "line\n\n ticket, \"utilize\" it"}]},
    {"id": 2, "title": "Twice", "active": true, "actions": [
     {"field": "comment_value", "value": "ticket"}]}]})");
  world.write("in/replies.yaml", before.empty()
                                     ? "replies:\n  - {name: x, text: \"a ticket\"}\n"
                                     : "# moved\nreplies:\n  - {name: x, text: \"a ticket\"}\n");
}

const std::string check = "tonelint check in --score --message 'This is the third time!' ";
const std::string formats =
    " --format terminal --format json=r.json --format html=r.html --format sarif=r.sarif; echo $?; "
    "cat r.json r.html r.sarif";

}  // namespace

TEST_CASE("with a cache a check says the same, new, known or moved") {
  const World world;
  write_all(world);
  const Ran without = world.shell(check + formats);
  REQUIRE(has(without.out, "house-conversation"));
  REQUIRE(has(without.out, "duplicate-id"));
  CHECK(world.shell(check + "--cache" + formats).out == without.out);
  const Ran known = world.shell("ls -i .tonelint-cache; { " + check + "--cache" + formats +
                                "; } > out; ls -i .tonelint-cache; cat out");
  const std::size_t line = known.out.find('\n') + 1;
  CHECK(known.out.substr(0, line) == known.out.substr(line, line));  // nothing new to keep
  CHECK(known.out.substr(2 * line) == without.out);
  CHECK(known.err == without.err);

  write_all(world, "\n\n \n");
  const Ran moved = world.shell(check + formats);
  CHECK(moved.out != without.out);
  CHECK(world.shell(check + "--cache" + formats).out == moved.out);
}

TEST_CASE("what a result rests on belongs to its key") {
  const World world;
  world.write("a.txt", "a stupid ticket\n");
  const std::string all = "tonelint check a.txt --cache --format lines";
  CHECK(has(world.shell(all).out, "house-conversation"));
  world.write("tonelint.yaml", "rules:\n  blunt: {message: Ouch., find: [stupid]}\n");
  CHECK(has(world.shell(all).out, "Ouch."));
  world.write("a.txt", "a stupid idea\n");
  CHECK(has(world.shell(all).out, "a.txt:1:3"));
  const Ran in_json = world.shell("tonelint check a.txt --cache --format json");
  CHECK(has(in_json.out, "\"score\""));
}

TEST_CASE("a damaged cache is left out and made anew") {
  const World world;
  write_all(world);
  const std::string cached = check + "--cache --format json";
  const std::string right = world.shell(cached).out;
  const std::string good = world.read(".tonelint-cache");
  REQUIRE(good.size() > 1000);
  const auto try_with = [&](const std::string& bytes) {
    world.write(".tonelint-cache", bytes);
    const Ran ran = world.shell(cached);
    CHECK(ran.out == right);
    return ran.err;
  };
  const std::string said = "tonelint: the cache .tonelint-cache was damaged, and is made anew.\n";
  for (std::size_t at = 0; at < good.size(); at += good.size() / 23) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    CHECK(try_with(bytes) == said);
    CHECK(world.shell(cached).err.empty());
  }
  for (const std::size_t size :
       {std::size_t{1}, std::size_t{30}, good.size() / 2, good.size() - 1}) {
    CHECK(try_with(good.substr(0, size)) == said);
  }
  CHECK(try_with(good + "more") == said);
  CHECK(try_with("").empty());
  CHECK(world.read(".tonelint-cache").size() == good.size());
}

TEST_CASE("a file that is no cache is left alone") {
  const World world;
  world.write("a.txt", "stupid\n");
  world.write("notes.txt", "dear to somebody\n");
  const Ran ran = world.shell("tonelint check a.txt --cache=notes.txt --format lines");
  CHECK(ran.exit == 1);
  CHECK(ran.err ==
        "tonelint: notes.txt is not a cache of tonelint. It is left as it is, and nothing is "
        "kept.\n");
  CHECK(world.read("notes.txt") == "dear to somebody\n");
}

TEST_CASE("a cache stands where it is wanted, and holds only what the last run asked for") {
  const World world;
  world.write("a.txt", "stupid\n");
  world.write("b.txt", "another ticket\n");
  CHECK(world.shell("tonelint check a.txt b.txt --cache=kept/here/").exit == 1);
  const std::size_t both = world.read("kept/here/.tonelint-cache").size();
  CHECK(world.shell("tonelint check a.txt --cache=kept/here").exit == 1);
  CHECK(world.read("kept/here/.tonelint-cache").size() < both);
  CHECK(world.shell("tonelint check a.txt --cache=kept/file").exit == 1);
  CHECK(!world.read("kept/file").empty());
  CHECK(world.shell("ls -A").out.find(".tonelint-") == std::string::npos);
}

TEST_CASE("where no cache can be kept a check goes on without") {
  const World world;
  world.write("a.txt", "stupid\n");
  const Ran ran = world.shell("tonelint check a.txt --cache=a.txt/in --format lines");
  CHECK(ran.exit == 1);
  CHECK(has(ran.out, "insult"));
  CHECK(ran.err == "tonelint: can't write the cache a.txt/in: not a directory.\n");
}

TEST_CASE("two runs at the same time keep whole caches") {
  const World world;
  write_all(world);
  const Ran ran = world.shell(
      "tonelint check in --format json > want\n"
      "for i in 1 2 3 4 5 6; do (tonelint check in --cache --format json > out.$i) & done\nwait\n"
      "for i in 1 2 3 4 5 6; do cmp want out.$i; done\n"
      "tonelint check in --cache --format json | cmp - want; ls -A | grep '^.tonelint-'");
  CHECK(ran.out == ".tonelint-cache\n");
  CHECK(ran.err.empty());
}
