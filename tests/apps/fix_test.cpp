#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <random>

#include "apps/world.hpp"
#include "has.hpp"

using tonelint::test::has;
using tonelint::test::Ran;
using tonelint::test::World;

namespace {

/// The files of a folder, those of this test aside.
std::string files_in(const World& world) {
  return world.shell("ls -A | grep -v '^\\.out$\\|^\\.err$\\|^tonelint.yaml$' | tr '\\n' ' '").out;
}

/// A draft of many lines, each with something to fix.
std::string long_draft(std::size_t lines) {
  std::string text;
  for (std::size_t i = 0; i < lines; ++i)
    text += "Please utilize form " + std::to_string(i) + ".\n";
  return text;
}

std::string with_use(std::string text) {
  for (std::size_t at = 0; (at = text.find("utilize", at)) != std::string::npos;) {
    text.replace(at, 7, "use");
  }
  return text;
}

/// A prefix that gives up the rights of the superuser, for whom nothing is forbidden. Whatever the
/// folder holds is handed over first.
const char* as_nobody =
    "p=; if [ $(id -u) = 0 ]; then chown -R 65534:65534 .; "
    "p='setpriv --reuid=65534 --regid=65534 --clear-groups'; fi; $p " TONELINT_PROGRAM " ";

}  // namespace

TEST_CASE("fix applies the safe rewrites and reports what remains") {
  const World world;
  world.write("draft.txt", "Please utilize the ticket.\r\n");
  const Ran ran = world.shell("tonelint fix draft.txt");
  CHECK(ran.exit == 0);
  CHECK(world.read("draft.txt") == "Please use the ticket.\r\n");
  CHECK(has(ran.out, "draft.txt:1:16 warning house-conversation"));
  CHECK_FALSE(has(ran.out, "plain-words"));
  CHECK(ran.err == "tonelint: fixed 1 finding in draft.txt.\n");
  CHECK(files_in(world) == "draft.txt ");
}

TEST_CASE("--all also applies what needs review") {
  const World world;
  world.write("draft.txt", "Please utilize the ticket.\n");
  const Ran ran = world.shell("tonelint fix --all draft.txt");
  CHECK(world.read("draft.txt") == "Please use the conversation.\n");
  CHECK(has(ran.out, "Nothing to change."));
}

TEST_CASE("the exit code of fix is that of check on what remains") {
  const World world;
  const auto exit_of = [&](const char* draft, const std::string& words) {
    world.write("draft.txt", draft);
    return world.shell("tonelint fix draft.txt " + words).exit;
  };
  CHECK(exit_of("Please utilize it.", "--fail-on suggestion") == 0);
  CHECK(exit_of("A ticket.", "") == 0);
  CHECK(exit_of("A ticket.", "--fail-on warning") == 1);
  CHECK(exit_of("A ticket.", "--fail-on warning --all") == 0);
  CHECK(exit_of("A ticket.", "--max-warnings 0") == 1);
  CHECK(exit_of("That is stupid.", "--diff") == 1);
  CHECK(exit_of("Well.", "nowhere.txt") == 2);
  CHECK(exit_of("Well.", "--format xml") == 2);
  CHECK(exit_of("Well.", "--guide nowhere.yaml") == 2);
}

TEST_CASE("folders are fixed like they are checked, and clean files are left alone") {
  const World world;
  for (int i = 0; i < 40; ++i) {
    world.write("r/" + std::to_string(i) + "/a.md", i % 2 == 0 ? "utilize\n" : "All is well.\n");
  }
  world.write("r/picture.png", "utilize");
  const Ran ran = world.shell(
      "touch -d 2001-01-01 r/1/a.md; tonelint fix --jobs 4 r; cat r/*/a.md | grep -c Use; "
      "find r -newermt 2002-01-01 -path 'r/1/a.md'; cat r/picture.png");
  CHECK(has(ran.out, "Nothing to change in 40 replies."));
  CHECK(ran.out.ends_with("20\nutilize"));
}

TEST_CASE("standard input goes fixed to standard output, the report to standard error") {
  const World world;
  const Ran ran = world.shell("printf 'Please utilize\\r\\nthe ticket.' | tonelint fix -");
  CHECK(ran.exit == 0);
  CHECK(ran.out == "Please use\r\nthe ticket.");
  CHECK(has(ran.err, "<stdin>:2:5 warning house-conversation"));
  CHECK(has(ran.err, "fixed 1 finding in <stdin>."));
  CHECK(world.shell("echo 'All is well.' | tonelint fix").out == "All is well.\n");
  CHECK(world.shell("echo 'a ticket' | tonelint fix -q --fail-on warning -").exit == 1);
  const Ran broken = world.shell("echo utilize | tonelint fix - > /dev/full");
  CHECK(broken.exit == 2);
}

TEST_CASE("a draft inside the context comes fixed to standard output") {
  const World world;
  world.write("context.json", R"({"reply": "Please utilize it."})");
  CHECK(world.shell("tonelint fix --context context.json").out == "Please use it.");
  CHECK(has(world.read("context.json"), "utilize"));
}

TEST_CASE("--format reports what remains to a file") {
  const World world;
  world.write("draft.txt", "Please utilize the ticket.\n");
  CHECK(world.shell("tonelint fix --diff --format json=report.json draft.txt").exit == 0);
  const std::string report = world.read("report.json");
  CHECK(has(report, "house-conversation"));
  CHECK_FALSE(has(report, "plain-words"));
  CHECK(has(report, "\"fixable\":0"));
}

TEST_CASE("--diff shows what would change and changes nothing") {
  const World world;
  const std::string draft = "One.\nTwo.\nThree.\nFour.\nWe utilize it.\nSix.\nSeven.\n";
  world.write("draft.txt", draft);
  const Ran ran = world.shell("tonelint fix --diff draft.txt");
  CHECK(ran.out ==
        "--- a/draft.txt\n+++ b/draft.txt\n@@ -2,6 +2,6 @@\n Two.\n Three.\n Four.\n"
        "-We utilize it.\n+We use it.\n Six.\n Seven.\n");
  CHECK(ran.err.empty());
  CHECK(world.read("draft.txt") == draft);
  CHECK(world.shell("echo 'All is well.' | tonelint fix --diff").out.empty());
  const Ran coloured = world.shell("tonelint fix --diff --colour always draft.txt");
  CHECK(has(coloured.out, "\x1b["));
  CHECK(has(coloured.out, "+We use it."));
}

TEST_CASE("git apply and patch take the diff, whatever the draft") {
  const World world;
  std::mt19937 chance(3);
  const char* ends[] = {"\n", "\n", "\n", "\r\n", "\n\n", ""};
  const char* lines[] = {"Please utilize it.",
                         "All is well.",
                         "All is well.",
                         "All is well.",
                         "Two ticket here.",
                         "Kindly answer",
                         "",
                         "kindly"};
  // "kindly" goes with the line break before it, so lines join; what is missing adds some.
  world.write("tonelint.yaml", R"(cues: {bye: [bye], hello: [hello]}
rules:
  kindly: {message: m, find: {kindly: '', utilize: use, ticket: case}}
  bye: {message: m, missing: bye, rewrite: Bye., at: end}
  hello: {message: m, missing: hello, rewrite: 'Hello,', at: start}
)");
  for (int round = 0; round < 30; ++round) {
    std::string draft;
    const auto count = chance() % 25;
    for (unsigned i = 0; i < count; ++i) {
      draft += lines[chance() % std::size(lines)];
      draft += i + 1 < count ? ends[chance() % 5] : ends[chance() % 6];
    }
    INFO(draft);
    for (const char* name : {"a/my draft.txt", "b/my draft.txt", "c/my draft.txt"}) {
      world.write(name, draft);
    }
    const Ran ran = world.shell(
        "(cd a; tonelint fix --all --diff 'my draft.txt' > ../diff 2> ../notes);"
        "(cd b; ! [ -s ../diff ] || git apply --whitespace=nowarn ../diff) &&"
        "(cd c; patch --binary -s -p1 < ../diff) && tonelint fix -q --all 'a/my draft.txt' 2> "
        "notes");
    CHECK(ran.exit == 0);
    CHECK(ran.err.empty());
    CHECK(world.read("b/my draft.txt") == world.read("a/my draft.txt"));
    CHECK(world.read("c/my draft.txt") == world.read("a/my draft.txt"));
  }
}

TEST_CASE("mode, and a link to the draft, are kept") {
  const World world;
  world.write("real/draft.txt", "utilize\n");
  const Ran ran = world.shell(
      "chmod 640 real/draft.txt; ln -s real/draft.txt draft.txt; tonelint fix -q draft.txt; "
      "stat -c %a real/draft.txt; readlink draft.txt; ls -A real");
  CHECK(ran.out == "640\nreal/draft.txt\ndraft.txt\n");
  CHECK(world.read("real/draft.txt") == "Use\n");
}

TEST_CASE("a draft named twice is fixed once") {
  const World world;
  world.write("draft.txt", "utilize\n");
  const Ran ran = world.shell("ln -s draft.txt b.txt; tonelint fix -q --jobs 3 draft.txt b.txt .");
  CHECK(ran.exit == 0);
  CHECK(ran.err.empty());
  CHECK(world.read("draft.txt") == "Use\n");
}

TEST_CASE("a folder or a file that must not be written is a clear error") {
  const World world;
  world.write("r/draft.txt", "utilize\n");
  const Ran folder = world.shell(std::string("chmod 755 .; chmod 555 r; ") + as_nobody +
                                 "fix -q r/draft.txt; e=$?; chmod 755 r; exit $e");
  CHECK(folder.exit == 2);
  CHECK(folder.err ==
        "tonelint: can't write r/draft.txt, which stays as it is: permission denied (in its "
        "folder).\n");
  const Ran file =
      world.shell(std::string("chmod 444 r/draft.txt; ") + as_nobody + "fix -q r/draft.txt");
  CHECK(file.exit == 2);
  CHECK(file.err ==
        "tonelint: can't write r/draft.txt, which stays as it is: permission denied.\n");
  CHECK(world.read("r/draft.txt") == "utilize\n");
}

TEST_CASE("a full disk leaves the draft whole") {
  const World world;
  const std::string draft = long_draft(2000);
  world.write("r/draft.txt", draft);
  // No file may get longer than a block of 512 or 1024 bytes; writing more is an error, not an end.
  const Ran ran = world.shell(
      "(trap '' XFSZ; ulimit -f 1; tonelint fix -q r/draft.txt); e=$?; "
      "ls -A r; exit $e");
  CHECK(ran.exit == 2);
  CHECK(has(ran.err, "can't write r/draft.txt, which stays as it is: file too large."));
  CHECK(ran.out == "draft.txt\n");
  CHECK(world.read("r/draft.txt") == draft);
}

TEST_CASE("whenever it is killed, the draft is all old or all new") {
  const World world;
  const std::string old_draft = long_draft(3000);
  const std::string new_draft = with_use(old_draft);
  std::mt19937 chance(7);
  int unchanged = 0;
  for (int round = 0; round < 25; ++round) {
    world.write("draft.txt", old_draft);
    const std::string wait = std::to_string(chance() % 40);
    // The shell waits so that nothing is written after we look.
    const Ran ran = world.shell("'" TONELINT_PROGRAM "' fix -q draft.txt & sleep 0.0" +
                                (wait.size() == 1 ? "0" + wait : wait) + "; kill -9 $! ; wait $!");
    INFO("ended with " << ran.exit);
    const std::string now = world.read("draft.txt");
    REQUIRE((now == old_draft || now == new_draft));
    if (now == old_draft) ++unchanged;
  }
  CHECK(unchanged > 0);
}

TEST_CASE("check counts what fix may apply, and fix offers nothing more") {
  const World world;
  world.write("tonelint.yaml", R"(rules:
  two: {message: m, safe: true, find: {'red green': one}}
  three: {message: m, safe: true, find: {'green blue': two}}
  worse: {message: m, safe: true, find: {dark: 'very dark'}}
  gap: {message: m, safe: true, find: {soon: 'by …'}}
  review: {message: m, find: {day: date}}
)");
  world.write("draft.txt", "A red green blue day, soon.\n");
  const Ran before = world.shell("tonelint check draft.txt");
  CHECK(before.out.ends_with("4 warnings in 1 reply. 2 can be fixed by tonelint fix.\n"));
  const Ran fixed = world.shell("tonelint fix draft.txt");
  CHECK(fixed.err.ends_with("tonelint: fixed 2 findings in draft.txt.\n"));
  CHECK(fixed.out.ends_with("2 warnings in 1 reply.\n"));
  CHECK(world.shell("tonelint check draft.txt").out == fixed.out);
  // A rewrite that does no good is not counted.
  world.write("draft.txt", "A dark night.\n");
  CHECK(world.shell("tonelint check draft.txt").out.ends_with("1 warning in 1 reply.\n"));
  CHECK(world.shell("tonelint fix draft.txt").out.ends_with("1 warning in 1 reply.\n"));
  CHECK(world.read("draft.txt") == "A dark night.\n");
}
