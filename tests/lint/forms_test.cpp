#include <catch2/catch.hpp>

#include "world.hpp"

using namespace tonelint;
using namespace tonelint::testing;

TEST_CASE("find: a diagnostic for each place, with its rewrites, best first") {
  const std::string rules = guide("calm-down: {find: {'calm down': 'Take your time.'}}");
  CHECK(lint_text(rules, "Calm down.") == "1:1 calm-down “Calm down” → Take your time.");
  CHECK(lint_text(rules, "Hello.\nPlease calm\ndown, all.") ==
        "2:8 calm-down “calm\ndown” → Take your time. A");
  CHECK(lint_text(rules, "All calm.").empty());
  CHECK(lint_text(guide("a: {find: {x: [y, z, '']}}"), "the x") == "1:5 a “x” → y / z / ");
  CHECK(lint_text(guide("a: {find: [sorry, very sorry, sorry about that]}"),
                  "Very sorry about that, very sorry, sorry.") ==
        "1:1 a “Very sorry” | 1:24 a “very sorry” | 1:36 a “sorry”");
  CHECK(lint_text(guide("a: {find: {x: ~}}"), "an x") == "1:4 a “x”");
}

TEST_CASE("missing: a cue that should be there") {
  const std::string cues = "cues: {next: [we will, next], done: [is done]}\n---\n";
  const std::string rules = guide(cues + "a: {missing: [next, done]}");
  CHECK(rules_of(rules, "Thank you for writing.") == "a");
  CHECK(rules_of(rules, "We'll look.").empty());
  CHECK(rules_of(rules, "It is done.").empty());
  CHECK(rules_of(rules, "").empty());
  CHECK(rules_of(rules, "…").empty());
  CHECK(rules_of(rules, "You wrote “it is done”.") == "a");
  CHECK(rules_of(guide(cues + "a: {missing: next, in: first sentence}"), "Yes. Next week.") == "a");
  CHECK(
      rules_of(guide(cues + "a: {missing: next, in: first sentence}"), "Next week. Yes.").empty());
}

TEST_CASE("missing: the rewrite goes to its place in every syntax") {
  const auto added = [](const std::string& at, const std::string& reply, Syntax syntax) {
    return rewritten(
        guide("cues: {next: [next]}\n---\na: {missing: next, rewrite: 'Next & last.', at: " + at +
              "}"),
        reply, {}, syntax);
  };
  const std::string text = "Hi Ann,\n\nAll is well. It works.\n\nKind regards,\nTom";
  CHECK(added("start", text, Syntax::text) == "Next & last.\n\n" + text);
  CHECK(added("after greeting", text, Syntax::text) ==
        "Hi Ann,\n\nNext & last. All is well. It works.\n\nKind regards,\nTom");
  CHECK(added("before sign-off", text, Syntax::text) ==
        "Hi Ann,\n\nAll is well. It works. Next & last.\n\nKind regards,\nTom");
  CHECK(added("end", text, Syntax::text) == text + "\n\nNext & last.");
  CHECK(added("after greeting", "Hello and thank you for writing! All is well.", Syntax::text) ==
        "Hello and thank you for writing! Next & last. All is well.");
  CHECK(added("before sign-off", "All is well.", Syntax::text) == "All is well. Next & last.");

  const std::string html = "<p>Hi Ann,</p><p>All is <b>well</b>.</p><p>Kind regards,<br>Tom</p>";
  CHECK(added("after greeting", html, Syntax::html) ==
        "<p>Hi Ann,</p><p>Next &amp; last. All is <b>well</b>.</p><p>Kind regards,<br>Tom</p>");
  CHECK(added("before sign-off", html, Syntax::html) ==
        "<p>Hi Ann,</p><p>All is <b>well</b>. Next &amp; last.</p><p>Kind regards,<br>Tom</p>");

  const std::string markdown = "Hi Ann,\n\nAll is *well*.\n\nKind regards,\nTom";
  CHECK(added("after greeting", markdown, Syntax::markdown) ==
        "Hi Ann,\n\nNext & last. All is *well*.\n\nKind regards,\nTom");
  CHECK(added("before sign-off", markdown, Syntax::markdown) ==
        "Hi Ann,\n\nAll is *well*. Next & last.\n\nKind regards,\nTom");
}

TEST_CASE("missing: names stand in what is added, where they are known") {
  const std::string rules =
      guide("a: {missing: greeting, rewrite: ['Hi {customer},', 'Hello,'], at: start}");
  Context context;
  context.customer.name = "Priya Nair";
  CHECK(rewritten(rules, "All is well.", context) == "Hi Priya,\n\nAll is well.");
  CHECK(rewritten(rules, "All is well.") == "Hello,\n\nAll is well.");
}

TEST_CASE("missing: in the signature below nothing is added") {
  const std::string rules =
      guide("cues: {next: [next]}\n---\na: {missing: next, rewrite: 'Next.', at: before sign-off}");
  CHECK(rewritten(rules, "All is well.\n\nBest,\nTom\n\n> old words") ==
        "All is well. Next.\n\nBest,\nTom\n\n> old words");
  CHECK(rewritten(rules, "All is well.\n\nBest,\nTom\n--\nAcme Ltd") ==
        "All is well. Next.\n\nBest,\nTom\n--\nAcme Ltd");
}

TEST_CASE("limit: grade hears words that no phrase of the guide knows in full") {
  const std::string hard = guide("a: {limit: grade, max: 12, per: reply}");
  CHECK(rules_of(hard, "The mat is red now. The cat can see it. The dog may go to it.").empty());
  CHECK(rules_of(hard,
                 "Zirconium oxidises irreversibly unheated. Capacitors deteriorate imperceptibly "
                 "outdoors. Galvanometers oscillate horizontally underwater.") == "a");
}

TEST_CASE("limit: a measure stays within its bounds") {
  CHECK(lint_text(guide("a: {limit: words, max: 3}"), "One two three.").empty());
  CHECK(rules_of(guide("a: {limit: words, max: 3}"), "One two three four.") == "a");
  CHECK(rules_of(guide("a: {limit: words, min: 3}"), "One two.") == "a");
  CHECK(rules_of(guide("a: {limit: words, max: 3, per: sentence}"),
                 "One two. One two three four.") == "a");
  const std::string share = guide("a: {limit: [very], max: 40, per: 100 sentences}");
  CHECK(rules_of(share, "Very good. Very well.") == "a");
  CHECK(rules_of(share, "Very good. It is well. It is done.").empty());
  CHECK(lint_text(guide("a: {limit: exclamations, max: 1}"), "One! Two! Three!") == "1:9 a “!”");
  CHECK(lint_text(guide("a: {limit: [very, 'really'], max: 1}"), "Very good, really, very.") ==
        "1:12 a “really”");
  // Facts on lines of their own are no sentences.
  CHECK(lint_text(guide("a: {limit: sentences, max: 1, per: paragraph}"),
                  "All is well.\nOrder number: 12.\nName: Jo\nTown: Leeds")
            .empty());
  CHECK(rules_of(guide("a: {limit: sentences, max: 1, per: paragraph}"),
                 "One thing: it works. Two. Three: it works.") == "a");
  CHECK(lint_text(guide("cues: {soft: [maybe]}\n---\na: {limit: soft, max: 0, per: sentence}"),
                  "Maybe. Yes. Maybe.") == "1:1 a “Maybe” | 1:13 a “Maybe”");
  CHECK(lint_text(guide("a: {limit: [maybe], max: 1, per: paragraph}"),
                  "Maybe.\n\nMaybe, or maybe.\n\nMaybe.") == "3:11 a “maybe”");
  CHECK(lint_text(guide("a: {limit: sentences, max: 1, per: paragraph}"),
                  "One. Two.\n\nOne.\n\nOne. Two.") == "1:6 a “Two.” | 5:6 a “Two.”");
}

TEST_CASE("detect: a detector with its options") {
  Context context;
  context.customer.name = "Priya Nair";
  CHECK(lint_text(guide("a: {detect: greeting-name, options: {wrong: yes}}"), "Hi Prya,\n\nYes.",
                  context) == "1:4 a “Prya” → Priya");
  CHECK(rules_of(guide("a: {detect: repeated-word}"), "It is the the same.") == "a");
  CHECK(rules_of(guide("a: {detect: repeated-word, except: [the the]}"), "It is the the same.")
            .empty());
}

TEST_CASE("a message is filled with what was found and known") {
  const auto message = [](const std::string& rule, std::string_view reply,
                          const Context& context = {}) {
    const Report report = report_on(guide("a: {" + rule + "}"), reply, context);
    return report.diagnostics.empty() ? "nothing found" : report.diagnostics[0].message;
  };
  CHECK(message("find: ['calm down'], message: '“{match}” hurts.'", "Calm\ndown") ==
        "“Calm down” hurts.");
  CHECK(message("find: ['you forgot to {do}'], message: 'Ask for “{do}”.'",
                "You forgot to pay\nit.") == "Ask for “pay it”.");
  CHECK(message("find: [\"{who: I|we} can't\"], message: 'Not {who}.'", "We can't.") == "Not we.");
  CHECK(message("limit: words, max: 2, message: '{count} of {max}'", "One two three") == "3 of 2");
  CHECK(message("limit: words, min: 2.5, message: '{count} of {min}'", "One") == "1 of 2.5");
  CHECK(message("find: 'up to {max: two|three} days', message: '{max}'", "Up to two days.") ==
        "two");
  const std::string per_hundred = "limit: [x], per: 100 sentences, max: 1, message: '{count}'";
  CHECK(message(per_hundred, "An x. Here. It is an x.") == "67");
  CHECK(message(per_hundred,
                "An x. One. Two. Three. Four. Five. Six. Seven. Eight. Nine. Ten. Eleven. "
                "Twelve.") == "7.7");
  Context context;
  context.customer.name = "Dr. Priya Nair";
  CHECK(message("find: [x], message: 'Dear {customer}'", "x", context) == "Dear Priya");
  CHECK(message("find: [x], message: 'Dear {customer}'", "x") == "Dear the customer");
  context.agent.name = "Marta";
  CHECK(message("find: [x], message: 'By {agent}'", "x", context) == "By Marta");
  CHECK(message("find: [x], message: 'By {agent}'", "x") == "By the agent");
  CHECK(message("find: [x], message: '{ and {'", "x") == "{ and {");
  CHECK(message("find: ['a ... z'], message: '{match}'",
                "a " + std::string(50, 'b') + " " + std::string(50, 'c') + " z") ==
        "a " + std::string(50, 'b') + " " + std::string(27, 'c') + "…");
}

TEST_CASE("a diagnostic carries what its rule says") {
  const Report report = report_on(
      "category: Tone\nrules:\n  a:\n    {find: [x], message: m, why: w, level: error, link: "
      "'https://l'}\n",
      "an x");
  REQUIRE(report.diagnostics.size() == 1);
  const Diagnostic& found = report.diagnostics[0];
  CHECK(found.rule == "a");
  CHECK(found.level == Level::error);
  CHECK(found.why == "w");
  CHECK(found.category == "Tone");
  CHECK(found.link == "https://l");
  CHECK(found.span == Span{3, 4});
  CHECK(report.count(Level::error) == 1);
  CHECK(report.count(Level::warning) == 0);
  CHECK(report.verdict() == "block");
  CHECK(report.words == 2);
}
