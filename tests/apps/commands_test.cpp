#include <catch2/catch.hpp>

#include "apps/world.hpp"
#include "has.hpp"

using tonelint::test::has;
using tonelint::test::Ran;
using tonelint::test::World;

TEST_CASE("help, and the version") {
  const World world;
  const Ran help = world.shell("tonelint --help");
  CHECK(help.exit == 0);
  for (const char* name : {"check", "rules", "explain", "test", "init", "schema", "formats"}) {
    CHECK(has(help.out, std::string("  tonelint ") + name));
    const Ran of_command = world.shell(std::string("tonelint ") + name + " --help");
    CHECK(of_command.exit == 0);
    CHECK(has(of_command.out, std::string("  tonelint ") + name + " [OPTION…]"));
  }
  CHECK(world.shell("tonelint --version").out.starts_with("tonelint 0."));
}

TEST_CASE("a slip in a command or an option is met with the right word") {
  const World world;
  const Ran command = world.shell("tonelint chekc a.txt");
  CHECK(command.exit == 2);
  CHECK(command.err == "tonelint: there is no command “chekc”. Did you mean “check”?\n");
  const Ran option = world.shell("tonelint check --fromat json");
  CHECK(option.exit == 2);
  CHECK(has(option.err, "there is no option --fromat. Did you mean --format?"));
  const Ran format = world.shell("tonelint check a.txt --format jsno");
  CHECK(format.exit == 2);
  CHECK(has(format.err, "there is no format “jsno”. Did you mean json?"));
  CHECK(world.shell("tonelint check a.txt --fail-on fatal").exit == 2);
}

TEST_CASE("rules lists the rules of the guide found here") {
  const World world;
  const Ran ran = world.shell("tonelint rules");
  CHECK(ran.exit == 0);
  CHECK(has(ran.out, "  insult              error       “{match}” hurts.\n"));
  CHECK(has(ran.out, "  house-conversation  warning     We say “conversation”, not “{match}”.\n"));
  CHECK(has(ran.out, "\n3 rules."));
  const Ran json = world.shell("tonelint rules --format json");
  CHECK(has(json.out, R"({"id":"insult",)"));
  CHECK(has(json.out, R"("file":"tonelint.yaml","line":2,"column":3})"));
}

TEST_CASE("rules --checks lists what can be measured and detected") {
  const World world;
  const Ran ran = world.shell("tonelint rules --checks");
  CHECK(ran.exit == 0);
  CHECK(has(ran.out, "\n  words "));
  CHECK(has(ran.out, "\n  card-number "));
}

TEST_CASE("explain tells what a rule looks for, with its examples") {
  const World world;
  const Ran ran = world.shell("tonelint explain house-conversation");
  CHECK(ran.exit == 0);
  CHECK(has(ran.out, "house-conversation warning"));
  CHECK(has(ran.out, "  ✗ I closed your [[ticket]].\n  → I closed your conversation.\n"));
  CHECK(has(ran.out, "To change it\n  tonelint.yaml:"));
  const Ran built_in = world.shell("tonelint explain --guide support please-start");
  CHECK(has(built_in.out,
            "To change it, in your tonelint.yaml\n  rules:\n    please-start: {level: error}\n"));
}

TEST_CASE("explain shows what an example says of the customer and the reply") {
  const World world;
  world.write("tonelint.yaml", R"(rules:
  late:
    message: "m"
    find: [late]
    examples:
      - bad: "It is [[late]]."
        good: "It comes."
        customer: {name: Ana Ruiz, message: "Where is it?\nI wait."}
        agent: Marta
        channel: chat
        turn: 2
        thread: [Hello]
        tags: [vip, outage]
        template: no
        attachments: 1
        helpdesk: zendesk
        syntax: markdown
      - good: "Fine."
        template: yes
        attachments: 0
        syntax: html
      - good: "Bare."
)");
  const Ran ran = world.shell("COLUMNS=200 tonelint explain late");
  CHECK(has(ran.out,
            "Examples\n"
            "  ✗ It is [[late]].\n"
            "    The customer is called Ana Ruiz.\n"
            "    Earlier the customer wrote: “Hello”\n"
            "    The customer wrote: “Where is it? I wait.”\n"
            "    The agent is called Marta.\n"
            "    The channel is chat.\n"
            "    It is reply 2 of the conversation.\n"
            "    It is no saved reply.\n"
            "    One file goes with it.\n"
            "    Its tags: vip, outage.\n"
            "    The helpdesk is zendesk.\n"
            "    It is written in Markdown.\n"
            "  → It comes.\n"
            "  ✓ Fine.\n"
            "    It is a saved reply.\n"
            "    No file goes with it.\n"
            "    It is written in HTML.\n"
            "  ✓ Bare.\n\n"));
}

TEST_CASE("explain tells what a rule without phrases looks for") {
  const World world;
  const auto explained = [&](const std::string& rule) {
    return world.shell("tonelint explain --guide support " + rule).out;
  };
  CHECK(has(explained("reply-too-long"), "It counts words in each reply: at most 200."));
  CHECK(has(explained("please-start"),
            "It counts these phrases in each reply: at most 2.\n  ^ please"));
  CHECK(has(explained("flat-to-excited"),
            "One of these cues should be there: good-cheer or thanks."));
  CHECK(has(explained("bare-imperatives"), "What the detector “imperatives” finds, with max: 2."));
}

TEST_CASE("help with the name of a command is the help of that command") {
  const World world;
  CHECK(world.shell("tonelint help fix").out == world.shell("tonelint fix --help").out);
  const Ran slip = world.shell("tonelint help chekc");
  CHECK(slip.exit == 2);
  CHECK(slip.err == "tonelint: there is no command “chekc”. Did you mean “check”?\n");
}

TEST_CASE("explain helps with a slip in a rule's name") {
  const World world;
  CHECK(world.shell("tonelint explain ''").err ==
        "tonelint: there is no rule “”. All of them: tonelint rules\n");
  const Ran ran = world.shell("tonelint explain house-conversatoin");
  CHECK(ran.exit == 2);
  CHECK(ran.err ==
        "tonelint: there is no rule “house-conversatoin”. Did you mean house-conversation?\n");
}

TEST_CASE("test proves a guide on its examples") {
  const World world;
  const Ran good = world.shell("tonelint test");
  CHECK(good.exit == 0);
  CHECK(has(good.out, "tonelint.yaml: 3 rules, "));
  world.write("bad.yaml",
              "rules:\n  insult:\n    message: \"No.\"\n    find: [stupid]\n    examples:\n"
              "      - bad: \"That is [[silly]].\"\n      - good: \"Fine.\"\n");
  const Ran bad = world.shell("tonelint test tonelint.yaml bad.yaml");
  CHECK(bad.exit == 1);
  CHECK(has(bad.out, "bad.yaml:6:"));
  CHECK(has(bad.out,
            "bad.yaml:6:9 insult\n"
            "  The rule should fire in this bad example, but it finds nothing there.\n"
            "    expected   That is silly.\n"
            "                       ^^^^^\n"
            "  → Write the phrase under “find” as it stands in the example, or mend the\n"
            "    example.\n"));
  CHECK(has(bad.out, "bad.yaml: 1 thing to put right, in 2 examples."));
  CHECK(world.shell("tonelint test none.yaml").exit == 2);
}

TEST_CASE("explain --why marks all that it speaks of") {
  const World world;
  world.write("a.txt", "A ticket, {# tonelint-disable-line house-conversation #}how stupid.\n");
  const Ran ran = world.shell("tonelint explain --why a.txt:1");
  CHECK(has(ran.out,
            "  A ticket, {# tonelint-disable-line house-conversation #}how stupid.\n"
            "    ^^^^^^                                                    ^^^^^^\n"));
}

TEST_CASE("explain --why tells where a rule is switched off, for this file too") {
  const World world;
  world.write("base.yaml", World::guide);
  world.write("tonelint.yaml",
              "extends: base.yaml\nrules:\n  house-conversation: off\n"
              "overrides:\n  - files: kind/*\n    rules:\n      insult: {off: true}\n");
  world.write("a.txt", "A ticket, how stupid.\n");
  world.write("kind/a.txt", "A ticket, how stupid.\n");
  const Ran base = world.shell("tonelint explain --why a.txt:1");
  CHECK(base.out ==
        "a.txt:1\n  A ticket, how stupid.\n    ^^^^^^      ^^^^^^\n\n"
        "insult speaks\n  “stupid” is what “stupid” looks for\n  base.yaml:5:12\n\n"
        "house-conversation is silent: it is switched off (tonelint.yaml:3:3)\n"
        "  “ticket” is what “ticket” looks for\n  base.yaml:11:12\n");
  CHECK(has(world.shell("tonelint explain --why kind/a.txt:1").out,
            "insult is silent: it is switched off (tonelint.yaml:7:16)\n"));
  CHECK(has(world.shell("tonelint explain house-conversation").out,
            "house-conversation warning, switched off (tonelint.yaml:3:3)\n"));
  CHECK(has(world.shell("tonelint rules").out, "2 rules, and 1 that is off."));
}

TEST_CASE("explain --why tells which rules speak at a place, and which nearly do") {
  const World world;
  world.write("tonelint.yaml",
              "rules:\n  ticket:\n    message: \"m\"\n    find: [ticket~]\n"
              "    except: [\"ticket office\"]\n    only: {channel: email, mood: angry}\n"
              "    examples:\n      - bad: \"A [[ticket]].\"\n      - good: \"Fine.\"\n");
  world.write("a.txt", "Two tickets.\nThe ticket office.\n");
  const Ran unknown = world.shell("tonelint explain --why a.txt:1");
  CHECK(unknown.exit == 0);
  CHECK(unknown.out ==
        "a.txt:1\n  Two tickets.\n      ^^^^^^^\n\n"
        "ticket is silent: it asks for something that is not known here\n"
        "  “tickets” is what “ticket~” looks for\n  tonelint.yaml:4:12\n"
        "  ✓ only when the reply goes out by email: so it is\n"
        "  ✗ only when the customer sounds angry: not known\n");
  const std::string angry = " --message 'This is ridiculous! I am furious!'";
  const Ran not_met = world.shell("tonelint explain --why a.txt:1:5 --channel chat" + angry);
  CHECK(has(not_met.out, "ticket is silent: its conditions are not met\n"));
  CHECK(has(not_met.out, "✗ only when the reply goes out by email: it is not so\n"));
  // The mood needs the cues of the built-in guide.
  world.write("b.yaml", "extends: [support, tonelint.yaml]\n");
  const std::string why = "tonelint explain --guide b.yaml" + angry + " --why ";
  CHECK(has(world.shell(why + "a.txt:1:5").out, "ticket speaks\n  “tickets” is what “ticket~”"));
  CHECK(has(world.shell(why + "a.txt:2:5").out,
            "ticket is silent: the exception “ticket office” covers these words\n"
            "  (tonelint.yaml:5:14)\n"));
  CHECK(has(world.shell("tonelint explain --why a.txt:1:1").out, "No rule speaks here"));
  CHECK(world.shell("tonelint explain --why a.txt").exit == 2);
  CHECK(world.shell("tonelint explain --why a.txt:9").exit == 2);
  CHECK(world.shell("tonelint explain --why none.txt:1").exit == 2);
}

TEST_CASE("test --watch tests again when a guide changes, and ends with the last exit code") {
  const World world;
  world.write("b.yaml", std::string("extends: c.yaml\n") + World::guide);
  world.write("c.yaml", "cues:\n  door: [door]\n");
  const std::string program = TONELINT_PROGRAM;
  const Ran ran = world.shell("'" + program + "' test --watch b.yaml > seen 2>&1 & watcher=$!\n" +
                              R"(until_seen 'b.yaml: 3 rules'
         printf 'cues:\n  door: [\n' > c.yaml; until_seen 'c.yaml:'
         printf 'cues:\n  door: [door]\n' > c.yaml; : > seen; until_seen 'b.yaml: 3 rules'
         printf 'rules: [' > b.yaml; until_seen 'b.yaml:1:'
         kill -INT $watcher; wait $watcher; echo "ended with $?")");
  CHECK(ran.out == "ended with 2\n");
  CHECK(has(world.read("seen"), "b.yaml: 3 rules"));
  CHECK(has(world.read("seen"), "b.yaml:1:"));
}

TEST_CASE("formats lists the formats") {
  const World world;
  const Ran ran = world.shell("tonelint formats");
  CHECK(has(ran.out, "terminal    "));
  for (const char* name : {"json ", "sarif ", "github ", "rdjsonl "}) {
    CHECK(has(ran.out, std::string("\n") + name));
  }
}

TEST_CASE("explain score tells how the score of the guide at hand is reckoned") {
  const World world;
  const Ran page = world.shell("tonelint explain score --guide support");
  CHECK(page.exit == 0);
  for (const char* part : {"warmth", "calibration", "weight 20", "begins at 30", "+25 thanks"}) {
    CAPTURE(part);
    CHECK(has(page.out, part));
  }
}

TEST_CASE("check --score shows the score, and JSON has it always") {
  const World world;
  world.write("a.txt",
              "Hi Ana,\n\nThank you for the photo. I've sent a new lid.\n\nBest,\nMarta\n");
  CHECK_FALSE(has(world.shell("tonelint check --guide support a.txt").out, "Score"));
  CHECK(has(world.shell("tonelint check --score --guide support a.txt").out, "Score "));
  CHECK(has(world.shell("tonelint check --format json --guide support a.txt").out,
            "\"score\":{\"overall\":"));
}

TEST_CASE("the guides that come with tonelint are taken by name") {
  const World world;
  world.write("a.txt",
              "Hi Ana,\n\nWe don't have it yet, it will be here on 4 May 🎉.\n\nBest,\nMarta\n");
  for (const char* guide :
       {"support", "strict", "chat", "formal", "translate", "public", "library", "security"}) {
    CAPTURE(guide);
    const Ran ran =
        world.shell(std::string("tonelint check --format json --guide ") + guide + " a.txt");
    CHECK(has(ran.out, "\"rule\":\"formal-contraction\"") == (std::string(guide) == "formal"));
    CHECK(world.shell(std::string("tonelint rules --guide ") + guide).exit == 0);
  }
}
