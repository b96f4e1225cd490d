#include <catch2/catch.hpp>

#include "apps/world.hpp"
#include "has.hpp"

using tonelint::test::has;
using tonelint::test::Ran;
using tonelint::test::World;

TEST_CASE("a clean draft ends with 0 and a friendly line") {
  const World world;
  world.write("draft.txt", "All is well.\n");
  const Ran ran = world.shell("tonelint check draft.txt");
  CHECK(ran.exit == 0);
  CHECK(ran.out == "Nothing to change. Your reply is ready to send.\n");
  CHECK(ran.err.empty());
}

TEST_CASE("a report for people") {
  const World world;
  world.write("draft.txt", "Your ticket\n\nis stupid.\n");
  const Ran ran = world.shell("tonelint check draft.txt");
  CHECK(ran.exit == 1);
  CHECK(
      ran.out.starts_with("draft.txt:1:6 warning house-conversation\n"
                          "  We say “conversation”, not “ticket”.\n"));
  CHECK(ran.out.ends_with(R"(draft.txt:3:4 error insult
  “stupid” hurts.
   3 │ is stupid.
     │    ^^^^^^

1 error, 1 warning in 1 reply.
)"));
}

TEST_CASE("--fail-on and --max-warnings decide what fails") {
  const World world;
  world.write("warning.txt", "Your ticket.\n");
  world.write("suggestion.txt", "Please utilize it.\n");
  world.write("error.txt", "That is stupid.\n");
  const auto exit_of = [&](const std::string& words) {
    CAPTURE(words);
    return world.shell("tonelint check " + words).exit;
  };
  CHECK(exit_of("warning.txt") == 0);
  CHECK(exit_of("warning.txt --fail-on warning") == 1);
  CHECK(exit_of("suggestion.txt --fail-on warning") == 0);
  CHECK(exit_of("suggestion.txt --fail-on suggestion") == 1);
  CHECK(exit_of("error.txt --fail-on never") == 0);
  CHECK(exit_of("warning.txt --max-warnings 1") == 0);
  CHECK(exit_of("warning.txt --max-warnings 0") == 1);
}

TEST_CASE("standard input is read when it is named, and when nothing is") {
  const World world;
  const Ran piped = world.shell("echo 'a ticket' | tonelint check");
  CHECK(has(piped.out, "<stdin>:1:3 warning"));
  const Ran named = world.shell("echo 'a ticket' | tonelint check - --stdin-name reply.md");
  CHECK(has(named.out, "reply.md:1:3 warning"));
}

TEST_CASE("folders are read with their folders, sorted, without those that begin with a dot") {
  const World world;
  for (const char* name :
       {"r/b.md", "r/a.txt", "r/c/d.HTML", "r/e.text", "r/.git/e.txt", "r/.md", "r/f.png", "r/g"}) {
    world.write(name, "ticket\n");
  }
  const Ran ran = world.shell("tonelint check r --format json | grep -o '\"name\":\"r[^\"]*'");
  CHECK(ran.out ==
        "\"name\":\"r/a.txt\n\"name\":\"r/b.md\n\"name\":\"r/c/d.HTML\n"
        "\"name\":\"r/e.text\n");
}

TEST_CASE("a folder without drafts is worth a word, not a failure") {
  const World world;
  world.write("r/x.png", "");
  const Ran ran = world.shell("tonelint check r");
  CHECK(ran.exit == 0);
  CHECK(has(ran.err, "there are no drafts in r"));
}

TEST_CASE("a folder that leads back to itself is left out with a word") {
  const World world;
  world.write("r/a.txt", "ticket\n");
  std::filesystem::create_symlink(".", world.folder() / "r/loop");
  const Ran ran = world.shell("tonelint check r");
  CHECK(ran.exit == 0);
  CHECK(ran.err == "tonelint: r/loop leads back to a folder above it; it is left out.\n");
  CHECK(has(ran.out, "1 warning in 1 reply"));
}

TEST_CASE("a missing file is said, and the others are checked") {
  const World world;
  world.write("b.txt", "ticket\n");
  const Ran ran = world.shell("tonelint check a.txt b.txt");
  CHECK(ran.exit == 2);
  CHECK(ran.err == "tonelint: can't read a.txt: no such file or directory.\n");
  CHECK(has(ran.out, "b.txt:1:1 warning"));
}

TEST_CASE("a broken guide is explained at its place, and drafts of other guides are checked") {
  const World world;
  world.write("bad/tonelint.yaml", "rules:\n  insult:\n    mesage: No.\n    find: [stupid]\n");
  world.write("bad/a.txt", "ticket\n");
  world.write("good/b.txt", "ticket\n");
  const Ran ran = world.shell("tonelint check bad good");
  CHECK(ran.exit == 2);
  CHECK(has(ran.err, "bad/tonelint.yaml:3:5 error "));
  CHECK(has(ran.err, "3 │     mesage: No."));
  CHECK(has(ran.err, "message"));
  CHECK_FALSE(has(ran.out, "bad/a.txt"));
  CHECK(has(ran.out, "good/b.txt:1:1 warning"));
}

TEST_CASE("a guide may end in .yml, and of two in a folder one is told not to be read, once") {
  const World world;
  const auto guide = [](const std::string& rule) {
    return "rules:\n  " + rule +
           ": {message: M., find: [yes], examples: [{bad: '[[yes]]'}, {good: a}]}\n";
  };
  const std::string name = GENERATE("tonelint.yml", ".tonelint.yml");
  world.write("old/" + name, guide("short-ending"));
  world.write("old/one.txt", "Yes.\n");
  world.write("old/two.txt", "Yes.\n");
  const Ran alone = world.shell("tonelint check old");
  CHECK(has(alone.out, "old/one.txt:1:1 warning short-ending"));
  CHECK(has(alone.out, "in 2 replies"));  // and no library
  CHECK(alone.err.empty());
  CHECK(world.shell("cd old && tonelint init").err ==
        "tonelint: there is a style guide here already: " + name + ". It was left as it is.\n");

  world.write("old/tonelint.yaml", guide("long-ending"));
  const Ran both = world.shell("tonelint check old");
  CHECK(has(both.out, "old/one.txt:1:1 warning long-ending"));
  CHECK(both.err == "tonelint: old/" + name + " is not read: tonelint.yaml beside it serves.\n");
}

TEST_CASE("a guide with a name that is not looked for is told of") {
  const World world;
  world.write("old/Tonelint.yaml", "extends: support\n");
  world.write("old/one.txt", "Yes.\n");
  CHECK(world.shell("tonelint check old/one.txt --fail-on error").err ==
        "tonelint: old/Tonelint.yaml is not read: a style guide is called tonelint.yaml.\n");
}

TEST_CASE("guides that extend each other by way of folders are told as a circle") {
  const World world;
  world.write("tonelint.yaml", "extends: b/other.yaml\n");
  world.write("b/other.yaml", "extends: ../tonelint.yaml\n");
  world.write("a.txt", "Yes.\n");
  const Ran ran = world.shell("tonelint check a.txt");
  CHECK(ran.exit == 2);
  CHECK(has(ran.err, "guide/cycle"));
  CHECK(has(ran.err, "tonelint.yaml → b/other.yaml → tonelint.yaml"));
  CHECK_FALSE(has(ran.err, "guide/too-deep"));
  // Where .. leads behind a link, it leads from there.
  world.write("far/base.yaml", World::guide);
  world.write("far/in/team.yaml", "extends: ../base\n");
  std::filesystem::create_symlink("far/in", world.folder() / "near");
  world.write("tonelint.yaml", "extends: near/team.yaml\n");
  CHECK(world.shell("tonelint check a.txt").exit == 0);
}

TEST_CASE("the nearest guide above a draft serves it, and --guide serves all") {
  const World world;
  world.write("in/.tonelint.yaml",
              "rules:\n  inner:\n    message: Inner.\n    find: [ticket]\n    examples:\n"
              "      - bad: \"a [[ticket]]\"\n      - good: \"none\"\n");
  world.write("in/deep/a.txt", "ticket\n");
  CHECK(has(world.shell("tonelint check in").out, "warning inner\n"));
  CHECK(has(world.shell("cd in/deep && tonelint check a.txt").out, "warning inner\n"));
  CHECK(has(world.shell("tonelint check in --guide tonelint.yaml").out,
            "warning house-conversation\n"));
  const Ran missing = world.shell("tonelint check in --guide none.yaml");
  CHECK(missing.exit == 2);
  CHECK(has(missing.err, "can't read the style guide none.yaml: no such file or directory"));
}

TEST_CASE("the order is that of the arguments, however many jobs there are") {
  const World world;
  std::string names;
  for (int i = 0; i < 300; ++i) {
    const std::string name = "d" + std::to_string((i * 7) % 300) + ".txt";
    world.write(name, std::string(static_cast<std::size_t>(i) * 37 % 5000, 'x') + " ticket\n");
    names += " " + name;
  }
  const Ran alone = world.shell("tonelint check missing.txt" + names + " --jobs 1");
  const Ran many = world.shell("tonelint check missing.txt" + names + " --jobs 8");
  CHECK(has(alone.out, "300 warnings in 300 replies"));
  CHECK(alone.out == many.out);
  CHECK(alone.err == many.err);
}

TEST_CASE("colours follow --color, NO_COLOR and CLICOLOR_FORCE") {
  const World world;
  world.write("a.txt", "ticket\n");
  const auto coloured = [&](const std::string& line) {
    return has(world.shell(line).out, "\x1b[");
  };
  CHECK_FALSE(coloured("tonelint check a.txt"));
  CHECK(coloured("tonelint check a.txt --color always"));
  CHECK(coloured("CLICOLOR_FORCE=1 tonelint check a.txt"));
  CHECK_FALSE(coloured("CLICOLOR_FORCE=0 tonelint check a.txt"));
  CHECK_FALSE(coloured("NO_COLOR=1 CLICOLOR_FORCE=1 tonelint check a.txt"));
  CHECK(coloured("NO_COLOR=1 tonelint check a.txt --color always"));
  CHECK_FALSE(coloured("CLICOLOR_FORCE=1 tonelint check a.txt --color never"));
}

TEST_CASE("several formats are written at once, one of them on the screen") {
  const World world;
  world.write("a.txt", "ticket\n");
  const Ran ran = world.shell("tonelint check a.txt --format terminal --format json=r.json");
  CHECK(has(ran.out, "a.txt:1:1 warning"));
  CHECK(has(world.read("r.json"), "\"rule\":\"house-conversation\""));
  const Ran both = world.shell("tonelint check a.txt --format terminal --format json");
  CHECK(both.exit == 2);
  CHECK(has(both.err, "only one format can go to the screen"));
}

TEST_CASE("every format can go to a file of its own") {
  const World world;
  world.write("a.txt", "ticket\n");
  const Ran ran = world.shell(
      "tonelint check a.txt --format sarif=r.sarif --format rdjsonl=r.jsonl --format github "
      "--format json=r.json");
  CHECK(has(ran.out, "::warning file=a.txt,line=1,"));
  CHECK(has(world.read("r.sarif"), "\"version\":\"2.1.0\""));
  CHECK(has(world.read("r.jsonl"), "\"severity\":\"WARNING\""));
  CHECK(has(world.read("r.json"), "\"summary\""));
}

TEST_CASE("a pipe that closes early is no reason to complain") {
  const World world;
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "a ticket\n";
  world.write("a.txt", text);
  const Ran ran = world.shell("(tonelint check a.txt; echo $? > status) | head -c 1");
  CHECK(world.read("status") == "2\n");
  CHECK(ran.err.empty());
}

TEST_CASE("a full disk is said") {
  const World world;
  world.write("a.txt", "ticket\n");
  const Ran ran = world.shell("tonelint check a.txt > /dev/full");
  CHECK(ran.exit == 2);
  CHECK(ran.err == "tonelint: can't write the output: no space left on device.\n");
  const Ran file = world.shell("tonelint check a.txt --format json=/dev/full");
  CHECK(file.exit == 2);
  CHECK(has(file.err, "can't write /dev/full"));
}

TEST_CASE("a context file gives the customer, and the draft if it holds one") {
  const World world;
  world.write("c.json", R"({"id":"8812","reply":"Your ticket.","customer":{"name":"Priya"}})");
  const Ran ran = world.shell("tonelint check --context c.json");
  CHECK(has(ran.out, "Reply 8812."));
  CHECK(has(ran.out, "c.json:1:6 warning"));
  world.write("bad.json", R"({"custommer":{"name":"Priya"}})");
  const Ran bad = world.shell("tonelint check --context bad.json");
  CHECK(bad.exit == 2);
  CHECK(has(bad.err, "bad.json:1:2 error"));
}

TEST_CASE("the customer's message may come from a file, and begin with any sign") {
  const World world;
  world.write("a.txt", "Your ticket.\n");
  CHECK(world.shell("tonelint check a.txt --message '@none.txt is late'").exit == 0);
  const Ran ran = world.shell("tonelint check a.txt --message-file none.txt");
  CHECK(ran.exit == 2);
  CHECK(has(ran.err, "can't read the customer's message none.txt"));
}

TEST_CASE("--quiet says nothing about suggestions, or when all is well") {
  const World world;
  world.write("a.txt", "Please utilize it.\n");
  CHECK(world.shell("tonelint check a.txt --quiet").out.empty());
}

TEST_CASE("check --watch checks again when a draft, its folder or its guide changes") {
  const World world;
  world.write("drafts/a.txt", "Please use it.\n");
  world.write("tonelint.yaml", "rules:\n  use: {message: not that, find: use}\n");
  const Ran ran = world.shell("'" TONELINT_PROGRAM
                              "' check --watch --fail-on warning drafts > seen 2>&1 & watcher=$!\n"
                              R"(until_seen '1 warning in 1 reply'
         echo 'Please use and use it.' > drafts/a.txt; until_seen '2 warnings in 1 reply'
         echo 'Nothing to say.' > drafts/b.txt; until_seen '2 warnings in 1 of 2 replies'
         echo "  it: {message: not this, find: it}" >> tonelint.yaml; until_seen '3 warnings'
         kill -INT $watcher; wait $watcher; echo "ended with $?"
         tonelint check --watch - < seen; echo "ended with $?")");
  CHECK(ran.out == "ended with 1\nended with 2\n");
  CHECK(has(world.read("seen"), "1 warning in 1 reply"));
  CHECK(has(world.read("seen"), "2 warnings in 1 reply"));
  CHECK(has(world.read("seen"), "2 warnings in 1 of 2 replies"));
  CHECK(has(world.read("seen"), "3 warnings in 1 of 2 replies"));
  CHECK(has(ran.err, "standard input can't be watched"));
}
