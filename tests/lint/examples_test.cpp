#include <catch2/catch.hpp>

#include "tonelint/guide.hpp"

using namespace tonelint;

namespace {

/// What the examples of a guide do not prove, a line each.
std::string failures(const std::string& rules) {
  const LoadedGuide loaded = load_guide({"g.yaml", "rules:\n" + rules}, {}, {.all_rules = true});
  REQUIRE(loaded.guide);
  std::string out;
  for (const ExampleFailure& each : run_examples(loaded).failures) {
    out += each.rule + ":" + std::to_string(each.position.line) + " " + each.what;
    for (const ExampleFailure::Shown& shown : each.shown) {
      out += " [";
      out += shown.label;
      for (const Span mark : shown.marks) {
        out += ' ';
        out += shown.text.substr(mark.begin, mark.size());
      }
      out += "]";
    }
    out += "\n";
  }
  return out;
}

const std::string ticket = R"(
  ticket:
    message: m
    find: {"ticket": "case"}
)";
const std::string ticket_examples = R"(
    examples:
      - bad: "My [[ticket]] is open."
      - good: "My door is open."
)";

}  // namespace

TEST_CASE("examples: found at the marks, silent in the good text, rewritten as it says") {
  CHECK(failures(ticket + ticket_examples).empty());
  CHECK(failures(ticket + R"(
    examples:
      - bad: "My door is open."
      - bad: "My [[open]] ticket."
      - bad: "My [[ticket]]."
        good: "My door."
      - good: "One ticket."
)") == "ticket:8 The rule should fire in this bad example, but it finds nothing there. [expected]\n"
       "ticket:9 The rule fires, but not at the words between [[ and ]]. [expected open] "
       "[it fires ticket]\n"
       "ticket:10 The rewrite does not give the good text of the example. [expected] [it gives]\n"
       "ticket:12 The rule should be silent in this good text, but it fires. [it fires ticket]\n");
}

TEST_CASE("examples: a rewrite brings no new warning of another rule, and not its own again") {
  const std::string other = R"(
  case:
    message: m
    find: [case]
    examples: [{bad: "A [[case]]."}, {good: "A door."}]
)";
  CHECK(failures(ticket + ticket_examples + other) ==
        "ticket:8 The rewrite brings a new finding: then “case” fires. [written ticket] "
        "[rewritten case]\n");
  // What stood there before is not new; a suggestion does not weigh.
  CHECK(failures(ticket + R"(
    examples: [{bad: "My case, my [[ticket]]."}, {good: "My door."}]
)" + other) != "");
  CHECK(failures(ticket + ticket_examples + other + "    level: suggestion\n").empty());
  // The second rewrite is offered as well.
  CHECK(
      failures(R"(
  ticket:
    message: m
    find: {"ticket": ["note", "old ticket"]}
    examples: [{bad: "My [[ticket]]."}, {good: "My door."}]
)") ==
      "ticket:6 After its own rewrite the rule fires again. [written ticket] [rewritten ticket]\n");
}

TEST_CASE("examples: each exception is needed by one") {
  const std::string excepted = ticket + R"(    except: ["ticket office", "ticket machine", "door"]
    examples:
      - bad: "My [[ticket]]."
      - good: "The ticket office has a door."
)";
  CHECK(
      failures(excepted) ==
      "ticket:6 No example needs the exception “ticket machine”: its words stand in none.\n"
      "ticket:6 No example needs the exception “door”: its words stand in one, but the rule would "
      "be silent there anyway.\n");
  CHECK(failures(ticket + R"(    except: ["ticket office"]
    examples: [{bad: "My [[ticket]]."}, {good: "The ticket office."}]
)")
            .empty());
}

TEST_CASE("examples: rules that are off are proved too, and their mistakes seen") {
  CHECK(failures(ticket + "    off: true\n" + R"(
    examples: [{bad: "My [[door]]."}, {good: "My ticket."}]
)") != "");
  const GuideText broken{
      "g.yaml", "rules:\n" + ticket + "    off: true\n    except: [\"(a\"]\n" + ticket_examples};
  CHECK(load_guide(broken).guide);
  CHECK_FALSE(load_guide(broken, {}, {.all_rules = true}).guide);
}

TEST_CASE("examples: of the built-in guide under another one only what they say is asked") {
  const LoadedGuide loaded = load_guide({"g.yaml", R"(
extends: support
rules:
  no-hello: {message: m, find: [hello], examples: [{bad: "[[Hello]]."}, {good: "Hi."}]}
)"},
                                        {}, {.all_rules = true});
  REQUIRE(loaded.guide);
  CHECK(loaded.files == std::vector<std::string>{"g.yaml"});
  const ExampleRun run = run_examples(loaded);
  CHECK(run.failures.empty());
  CHECK(run.changed.empty());
  CHECK(run.examples > 1000);
  // What a guide changes of it is its own affair.
  const ExampleRun other = run_examples(load_guide(
      {"g.yaml", "extends: support\nrules: {unfortunately: {also-except: [unfortunately]}}"}, {},
      {.all_rules = true}));
  CHECK(other.failures.empty());
  REQUIRE(other.changed.size() == 1);
  CHECK(other.changed[0].rule == "unfortunately");
}
