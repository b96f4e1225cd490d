#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "apps/world.hpp"
#include "has.hpp"

using tonelint::test::has;
using tonelint::test::Ran;
using tonelint::test::World;

namespace {

/// Runs a line that must come to its end within some seconds.
Ran within_seconds(const World& world, const std::string& arguments) {
  return world.shell(std::string("timeout 20 '") + TONELINT_PROGRAM + "' " + arguments);
}

}  // namespace

TEST_CASE("an empty name, as an unset variable gives it, is told") {
  const World world;
  for (const std::string command : {"check", "fix", "baseline", "explain --why"}) {
    const Ran ran = world.shell("tonelint " + command + " ''");
    INFO(command << ": " << ran.err);
    CHECK(ran.exit == 2);
    CHECK(has(ran.err, command == "explain --why" ? "where?" : "the name of a file is empty."));
  }
  CHECK(world.shell("tonelint check tonelint.yaml ''").exit == 2);
}

TEST_CASE("a number of warnings below none is told") {
  const World world;
  CHECK(world.shell("echo A ticket. | tonelint check --max-warnings -1").exit == 2);
  CHECK(world.shell("echo A ticket. | tonelint check --max-warnings 0").exit == 1);
}

TEST_CASE("drafts that are none come to an end with a clear result") {
  const World world;
  world.write("nul.txt", std::string(200000, '\0'));
  const Ran nul = within_seconds(world, "check nul.txt");
  CHECK(nul.exit < 2);
  CHECK(has(nul.out, "Is this really a text file?"));
  world.write("one.txt", std::string(1000000, 'a'));
  CHECK(within_seconds(world, "check one.txt").exit == 0);
  world.write("marks.txt", std::string(300000, '('));
  CHECK(within_seconds(world, "check marks.txt").exit < 2);
  world.write("tags.html", [] {
    std::string tags;
    for (int i = 0; i < 20000; ++i) tags += "<div><b>";
    return tags + "stupid";
  }());
  CHECK(within_seconds(world, "check tags.html").exit == 1);
}

TEST_CASE("of a file of 100 MB the beginning is checked, and that is said") {
  const World world;
  std::string text = "How stupid.\n\n";
  while (text.size() < 100'000'000) {
    text +=
        "We looked into it and found that the parcel left on 3 May, and by Friday it is there.\n\n";
  }
  world.write("long.txt", text + "How stupid.\n");
  const Ran ran = within_seconds(world, "check --quiet long.txt");
  CHECK(ran.exit == 1);
  CHECK(has(ran.out, "This is longer than any reply; only the first megabyte was checked."));
  CHECK(has(ran.out, "long.txt:1:5 error"));
  const auto lines = std::count(text.begin(), text.end(), '\n');
  CHECK(!has(ran.out, "long.txt:" + std::to_string(lines + 1) + ":"));
}

TEST_CASE("a library in one line takes no longer than one in many") {
  const World world;
  std::string macros;
  for (int i = 0; i < 4000; ++i) {
    if (i > 0) macros += ',';
    macros += R"({"id":1,"title":"Rude","active":true,"actions":[{"field":"comment_value_html",)"
              R"("value":"<p>How stupid of you.</p><p>We looked into it.</p>"}]})";
  }
  world.write("macros.json", "{\"macros\":[" + macros + "]}");
  const Ran ran = within_seconds(world, "check --quiet macros.json");
  CHECK(ran.exit == 1);
  CHECK(has(ran.out, "4000 errors"));
}

TEST_CASE("a guide of anchors within anchors is refused") {
  const World world;
  std::string text = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char key = 'b'; key < 't'; ++key) {
    const std::string before = std::string("*") + static_cast<char>(key - 1) + ", ";
    text += std::string(1, key) + ": &" + key + " [";
    for (int i = 0; i < 8; ++i) text += before;
    text += std::string("*") + static_cast<char>(key - 1) + "]\n";
  }
  world.write("bomb.yaml", text);
  world.write("draft.txt", "All is well.\n");
  const Ran ran = within_seconds(world, "check --guide bomb.yaml draft.txt");
  CHECK(ran.exit == 2);
  CHECK(has(ran.err, "A guide may have 8 MB and 200,000 entries"));
}

TEST_CASE("a guide with a thousand mistakes tells all of them at their places") {
  const World world;
  std::string text = "rules:\n";
  for (int i = 0; i < 1000; ++i) {
    text += "  r" + std::to_string(i) +
            ": {find: ['x )'], message: m, examples: [{bad: x, good: y}]}\n";
  }
  world.write("many.yaml", text);
  world.write("draft.txt", "All is well.\n");
  const Ran ran = within_seconds(world, "check --guide many.yaml draft.txt");
  CHECK(ran.exit == 2);
  for (int i = 0; i < 1000; ++i) {
    const std::string place = "many.yaml:" + std::to_string(i + 2) + ":" +
                              std::to_string(std::to_string(i).size() + 17) + " ";
    INFO(place);
    REQUIRE(has(ran.err + ran.out, place));
  }
}

TEST_CASE("the same drafts give the same report, whatever the jobs and the locale") {
  const World world;
  std::string files;
  for (int i = 0; i < 30; ++i) {
    const std::string name = "d" + std::to_string(i) + ".txt";
    world.write(name,
                "Draft " + std::to_string(i) + " of a TICKET, 1.5 times stupid. İI utilize.\n");
    files += " " + name;
  }
  const Ran one = within_seconds(world, "check --jobs 1" + files);
  CHECK(one.exit == 1);
  CHECK(has(one.out, "d29.txt:1:"));
  for (const char* jobs : {"2", "8"}) {
    CHECK(within_seconds(world, std::string("check --jobs ") + jobs + files).out == one.out);
  }
  for (const char* locale : {"C", "C.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8"}) {
    const Ran ran =
        world.shell(std::string("export LC_ALL=") + locale + " && tonelint check" + files);
    INFO(locale);
    CHECK(ran.out == one.out);
  }
}

TEST_CASE("a draft's own part of the report is the same in any order of files") {
  const World world;
  world.write("a.txt", "A stupid ticket.\n");
  world.write("b.txt", "We utilize it.\n");
  const auto part = [](const std::string& out, const std::string& name) {
    std::string lines;
    std::size_t at = out.find(name + ":1:");
    while (at != std::string::npos) {
      lines += out.substr(at, out.find('\n', at) - at) + "\n";
      at = out.find(name + ":1:", at + 1);
    }
    return lines;
  };
  const Ran ab = world.shell("tonelint check a.txt b.txt");
  const Ran ba = world.shell("tonelint check b.txt a.txt");
  REQUIRE_FALSE(part(ab.out, "a.txt").empty());
  REQUIRE_FALSE(part(ab.out, "b.txt").empty());
  CHECK(part(ab.out, "a.txt") == part(ba.out, "a.txt"));
  CHECK(part(ab.out, "b.txt") == part(ba.out, "b.txt"));
}

TEST_CASE("where memory ends, a run on several threads says so") {
  const World world;
  std::string files, text;
  for (int i = 0; i < 8000; ++i) text += "A stupid ticket to utilize.\n";
  for (int i = 0; i < 8; ++i) {
    const std::string name = "d" + std::to_string(i) + ".txt";
    world.write(name, text);
    files += " " + name;
  }
  const Ran ran = world.shell(
      "for size in 90000 130000; do (ulimit -v $size; tonelint --version > none 2>&1 "
      "|| exit 0; tonelint check --quiet --jobs 4" +
      files + " > none; echo $?); done");
  std::istringstream exits(ran.out);
  for (int exit = 0; exits >> exit;) CHECK(exit <= 2);
  if (ran.out.empty()) {
    WARN("the program cannot start with so little memory, as with a sanitizer");
    return;
  }
  CHECK(has(ran.err, "there is not enough memory for this."));
}
