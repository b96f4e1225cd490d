// Living with an old library: tonelint baseline, check --baseline.

#include <catch2/catch.hpp>

#include "apps/world.hpp"
#include "has.hpp"

using tonelint::test::has;
using tonelint::test::Ran;
using tonelint::test::World;

namespace {

constexpr const char* replies = R"([
  {"id": 1, "short_code": "rude", "content": "That is stupid. Please utilize it."},
  {"id": 2, "short_code": "kind", "content": "That is fine."}
])";

}  // namespace

TEST_CASE("a baseline hides what was there, and new findings show") {
  const World world;
  world.write("replies.json", replies);
  world.write("draft.txt", "That is stupid.");
  const Ran made = world.shell("tonelint baseline replies.json draft.txt > known");
  CHECK(made.exit == 0);
  CHECK(made.err == "");
  const Ran quiet = world.shell("tonelint check replies.json draft.txt --baseline known");
  CHECK(quiet.exit == 0);
  CHECK(has(quiet.out, "Nothing new in 3 replies. 3 known findings not shown."));
  CHECK(has(
      world.shell("tonelint check replies.json draft.txt --baseline known --format markdown").out,
      "3 known findings are not shown."));
  std::string changed = replies;
  changed.replace(changed.find("That is fine"), 12, "You are stupid");
  world.write("replies.json", "\n\n" + changed);
  const Ran ran = world.shell("tonelint check replies.json draft.txt --baseline known");
  CHECK(ran.exit == 1);
  CHECK(has(ran.out, "1 error in 1 of 3 replies. 3 known findings not shown."));
  CHECK_FALSE(has(ran.out, "can be fixed"));
  CHECK_FALSE(has(world.shell("tonelint check replies.json --baseline known --format sarif").out,
                  "plain-words"));
}

TEST_CASE("what is no longer there is told, and --prune takes it out") {
  const World world;
  world.write("draft.txt", "That is stupid.");
  world.write("other.txt", "That is stupid.");
  CHECK(world.shell("tonelint baseline draft.txt other.txt -o known").exit == 0);
  const std::string before = world.read("known");
  world.write("draft.txt", "That is fine.");
  const Ran told = world.shell("tonelint check draft.txt --baseline known");
  CHECK(told.exit == 0);
  CHECK(told.err == "tonelint: 1 finding of known is no longer there. --prune takes that out.\n");
  CHECK(world.read("known") == before);
  CHECK(world.shell("tonelint check draft.txt --baseline known --prune").exit == 0);
  CHECK(world.read("known") ==
        "{\"baseline\":1}\n{\"rule\":\"insult\",\"file\":\"other.txt\",\"words\":\"stupid\"}\n");
  CHECK(world.shell("tonelint check draft.txt --baseline known").err == "");
}

TEST_CASE("a baseline that cannot be read is told with what to do") {
  const World world;
  world.write("draft.txt", "That is fine.");
  const Ran none = world.shell("tonelint check draft.txt --baseline known");
  CHECK(none.exit == 2);
  CHECK(has(none.err, "Make it with tonelint baseline"));
  world.write("known", "what\n");
  const Ran broken = world.shell("tonelint check draft.txt --baseline known");
  CHECK(broken.exit == 2);
  CHECK(has(broken.err, "known:1:1 error input/not-a-baseline"));
  CHECK(world.shell("tonelint check draft.txt --prune").exit == 2);
}

namespace {

/// A world that is a repository with one commit of a library and two drafts.
struct Repository : World {
  Repository() {
    write("all/replies.json", replies);
    write("all/a.txt", "That is stupid.");
    write("all/b.txt", "That is stupid.");
    CHECK(shell("git init -q . && git add -A && git -c user.name=t -c user.email=t@example.com "
                "commit -qm one")
              .exit == 0);
  }
};

}  // namespace

TEST_CASE("--changed-since checks only what is not as it was") {
  const Repository world;
  const Ran same = world.shell("tonelint check all --changed-since HEAD");
  CHECK(same.exit == 0);
  CHECK(same.out == "");
  CHECK(same.err == "tonelint: nothing has changed since HEAD.\n");

  std::string changed = replies;
  changed.replace(changed.find("That is fine"), 12, "You are stupid");
  world.write("all/replies.json", "\n" + changed);
  world.write("all/b.txt", "You are stupid.");
  world.write("all/new.txt", "It is stupid.");
  const Ran ran = world.shell("tonelint check all --changed-since HEAD --format lines");
  CHECK(ran.exit == 1);
  CHECK(ran.err == "");
  CHECK(ran.out ==
        "all/b.txt:1:9: error: “stupid” hurts. [insult]\n"
        "all/new.txt:1:7: error: “stupid” hurts. [insult]\n"
        "all/replies.json:4:55: error: kind (id 2): “stupid” hurts. [insult]\n");
  const Ran inside = world.shell(
      "cd all && tonelint check b.txt ../all/a.txt --changed-since HEAD --format lines");
  CHECK(inside.exit == 1);
  CHECK(inside.out == "b.txt:1:9: error: “stupid” hurts. [insult]\n");
}

TEST_CASE("--changed-since says what to do when git does not know the revision") {
  const Repository world;
  const Ran unknown = world.shell("tonelint check all --changed-since v9");
  CHECK(unknown.exit == 2);
  CHECK(unknown.out == "");
  CHECK(has(unknown.err, "since v9: there is no such revision here."));
  CHECK(world.shell("tonelint check all --changed-since=--help").exit == 2);
  const Ran shallow = world.shell(
      "git -c user.name=t -c user.email=t@example.com commit -q --allow-empty -m two && "
      "git clone -q --depth 1 \"file://$PWD\" clone && cd clone && "
      "tonelint check all --changed-since HEAD~1");
  CHECK(shallow.exit == 2);
  CHECK(has(shallow.err, "this clone is shallow"));
  CHECK(has(shallow.err, "git fetch --unshallow"));
  const Ran outside = world.shell("GIT_DIR=/nowhere tonelint check all --changed-since HEAD");
  CHECK(outside.exit == 2);
  CHECK(has(outside.err, "in no git repository"));
}
