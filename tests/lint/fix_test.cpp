#include "tonelint/fix.hpp"

#include <catch2/catch.hpp>

#include "input/random_text.hpp"
#include "world.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

const LoadedGuide& usable(const std::string& rules) {
  const LoadedGuide& guide = loaded(rules);
  for (const GuideProblem& problem : guide.problems) UNSCOPED_INFO(problem.diagnostic.message);
  REQUIRE(guide.guide);
  return guide;
}

FixResult fixed(const std::string& rules, const std::string& reply, bool all = false,
                Syntax syntax = Syntax::text) {
  return fix(*usable(rules).guide, {.name = "draft", .bytes = reply, .syntax = syntax}, {}, {all});
}

std::string safely(const std::string& rules, const std::string& reply,
                   Syntax syntax = Syntax::text) {
  return fixed(guide(rules), reply, false, syntax).bytes;
}

/// That the edits alone lead from the source to the result, and that fixing that changes nothing.
void check_result(const Guide& with, const Source& source, const Context& context, bool all) {
  const FixResult once = fix(with, source, context, {all});
  INFO(source.bytes << "\n→ " << once.bytes);
  std::string rebuilt;
  std::uint32_t at = 0;
  for (const Edit& edit : once.edits) {
    REQUIRE(edit.span.begin >= at);
    REQUIRE(edit.span.end >= edit.span.begin);
    REQUIRE(edit.span.end <= source.bytes.size());
    rebuilt += source.bytes.substr(at, edit.span.begin - at);
    rebuilt += edit.text;
    at = edit.span.end;
  }
  rebuilt += source.bytes.substr(at);
  REQUIRE(rebuilt == once.bytes);

  const Source result{source.name, once.bytes, source.syntax};
  const Report now = lint(with, result, context);
  REQUIRE(text_of(now) == text_of(once.report));
  const FixResult twice = fix(with, result, context, {all});
  INFO("→ " << twice.bytes);
  REQUIRE(twice.bytes == once.bytes);
  REQUIRE(twice.edits.empty());
  REQUIRE(twice.fixed == 0);
}

/// That no rule weighing more than a suggestion speaks more often than before.
void check_no_new_findings(const Report& before, const Report& after) {
  for (const Diagnostic& found : after.diagnostics) {
    if (found.level == Level::suggestion) continue;
    const auto same = [&](const Diagnostic& each) { return each.rule == found.rule; };
    INFO(text_of(found));
    REQUIRE(std::count_if(after.diagnostics.begin(), after.diagnostics.end(), same) <=
            std::count_if(before.diagnostics.begin(), before.diagnostics.end(), same));
  }
}

}  // namespace

TEST_CASE("safe rewrites are applied, and with `all` those that need review") {
  const std::string rules =
      guide("a: {safe: true, find: {utilize: use}}\nb: {find: {ticket: case}}");
  const FixResult some = fixed(rules, "We utilize a ticket.");
  CHECK(some.bytes == "We use a ticket.");
  CHECK(some.fixed == 1);
  REQUIRE(some.applied.size() == 1);
  CHECK(text_of(some.applied[0]) == "1:4 a “utilize” → use");
  CHECK(text_of(some.report) == "1:10 b “ticket” → case");
  CHECK(some.edits == std::vector<Edit>{{{3, 10}, "use"}});
  const FixResult all = fixed(rules, "We utilize a ticket.", true);
  CHECK(all.bytes == "We use a case.");
  CHECK(all.fixed == 2);
  CHECK(all.report.diagnostics.empty());
}

TEST_CASE("only the first rewrite of a finding is taken") {
  CHECK(fixed(guide("a: {find: {ticket: [case, matter]}}"), "A ticket.", true).bytes == "A case.");
}

TEST_CASE("of rewrites that overlap, the first in the draft is taken") {
  CHECK(safely(
            "a: {safe: true, find: {'red green': one}}\nb: {safe: true, find: {'green blue': two}}",
            "A red green blue.") == "A one blue.");
  // What is left of the other is found again.
  CHECK(safely("a: {safe: true, find: {'red green': green}}\n"
               "b: {safe: true, find: {'green blue': two}}",
               "A red green blue.") == "A two.");
}

TEST_CASE("neighbours are fixed too") {
  CHECK(safely("a: {safe: true, find: {kindly: '', utilize: use, ticket: case}}",
               "Kindly utilize ticket ticket kindly.") == "Use case case.");
}

TEST_CASE("a rewrite that makes room for another is followed by it, in one edit of the source") {
  const FixResult both = fixed(guide("a: {safe: true, find: {red: green}}\nb: {level: suggestion, "
                                     "safe: true, find: {'green blue': two}}"),
                               "A red blue day.");
  CHECK(both.bytes == "A two day.");
  CHECK(both.edits == std::vector<Edit>{{{2, 10}, "two"}});
}

TEST_CASE("a rewrite that brings a new warning is left alone, and others are made") {
  const std::string rules =
      "a: {safe: true, find: {red: 'bad word', green: fine}}\nb: {find: ['bad word']}";
  CHECK(safely(rules, "Red. Green. Red. Green.") == "Red. Fine. Red. Fine.");
  CHECK(safely(rules, "Bad word. Red. Green.") == "Bad word. Red. Fine.");
  CHECK(
      safely("a: {safe: true, find: {red: 'bad word'}}\nb: {level: suggestion, find: ['bad word']}",
             "A red.") == "A bad word.");
}

TEST_CASE("a rewrite that says what a rule misses is not lost to another") {
  CHECK(
      safely("cues: {sorry: [sorry]}\n---\na: {safe: true, find: {sorry: ''}}\nb: {missing: sorry}",
             "Yes, sorry.") == "Yes, sorry.");
}

TEST_CASE("what a rule misses is added only where no rewrite has said it") {
  const std::string rules = guide(
      "cues: {kind: [I see why]}\n---\n"
      "a: {find: {calm down: 'I see why you ask'}}\n"
      "b: {missing: kind, rewrite: 'I see why.', at: start}");
  CHECK(fixed(rules, "Please calm down.", true).bytes == "Please I see why you ask.");
  CHECK(fixed(rules, "It works.", true).bytes == "I see why.\n\nIt works.");
}

TEST_CASE("a rewrite that does not take its own finding away is left alone") {
  CHECK(safely("a: {safe: true, find: {red: 'red red', 'blue': 'very blue'}}", "red blue") ==
        "red blue");
}

TEST_CASE("rules that undo each other's work come to an end") {
  const std::string rules = guide(
      "a: {level: suggestion, safe: true, find: {red: blue}}\n"
      "b: {level: suggestion, safe: true, find: {blue: red}}");
  CHECK(fixed(rules, "red and blue").bytes == "red and blue");
  CHECK(fixed(rules, "red").bytes == "red");
}

TEST_CASE("a rewrite left alone does not keep an overlapping one from being made") {
  CHECK(safely("a: {safe: true, find: {'red green': 'red green'}}\n"
               "b: {safe: true, find: {'green blue': two}}",
               "red green blue") == "red two");
}

TEST_CASE("what is missing is added only with `all`, and never with a gap to fill in") {
  const std::string rules = guide(
      "cues: {thanks: [thanks], bye: [bye]}\n---\na: {missing: thanks, rewrite: 'Thanks for "
      "writing.', at: end, safe: true}\n"
      "b: {missing: bye, rewrite: 'I will write by … again, bye.', at: end, safe: true}");
  CHECK(fixed(rules, "It works.").bytes == "It works.");
  CHECK(fixed(rules, "It works.", true).bytes == "It works.\n\nThanks for writing.");
  CHECK(fixed(guide("a: {find: {soon: by …}}"), "We write soon.", true).bytes == "We write soon.");
}

TEST_CASE("an inserted line break is the draft's own") {
  const std::string rules =
      guide("cues: {hello: [hello]}\n---\na: {missing: hello, rewrite: 'Hello,', at: start}");
  CHECK(fixed(rules, "One.\r\nTwo.\r\n", true).bytes == "Hello,\r\n\r\nOne.\r\nTwo.\r\n");
  CHECK(fixed(rules, "One.\rTwo.\r", true).bytes == "Hello,\r\rOne.\rTwo.\r");
  CHECK(fixed(rules, "One.\nTwo.\n", true).bytes == "Hello,\n\nOne.\nTwo.\n");
}

TEST_CASE("bytes outside the edits stay as they are") {
  const std::string rules = "a: {safe: true, find: {'utilize': use}}";
  CHECK(safely(rules, "\xEF\xBB\xBFWe\r\nutilize it.\r\n\r\n") ==
        "\xEF\xBB\xBFWe\r\nuse it.\r\n\r\n");
  CHECK(safely(rules, "We\xFF utilize\tit. \xC3") == "We\xFF use\tit. \xC3");
  CHECK(safely(rules, std::string("a\0 utilize \0", 12)) == std::string("a\0 use \0", 8));
  CHECK(safely(rules, "").empty());
}

TEST_CASE("each syntax is written as it is read") {
  const std::string rules = "a: {safe: true, find: {utilize: 'use & *try*'}}";
  CHECK(safely(rules, "- We **utilize** `utilize`\n", Syntax::markdown) ==
        "- We **use & \\*try\\*** `utilize`\n");
  CHECK(safely(rules, "<p title=utilize>We&nbsp;utilize<br>it", Syntax::html) ==
        "<p title=utilize>We&nbsp;use &amp; *try*<br>it");
  CHECK(safely(rules, "We utilize <b>.", Syntax::text) == "We use & *try* <b>.");
}

TEST_CASE("fixing a reported draft is fixing the draft") {
  const LoadedGuide& guide = usable(testing::guide("a: {safe: true, find: {red: blue}}"));
  const Source draft{"draft", "A red ball."};
  CHECK(fix(lint(*guide.guide, draft), draft).bytes == "A blue ball.");
}

TEST_CASE("what was fixed need not be fixed again: the examples of all built-in rules") {
  const LoadedGuide guide = load_guide(*built_in_text("support"));
  REQUIRE(guide.guide);
  std::size_t applied = 0;
  for (const RuleText& rule : guide.rules) {
    for (const Example& example : rule.examples) {
      for (const bool all : {false, true}) {
        INFO(rule.id << (all ? ", all" : ""));
        const Source source{"example", example.text, example.syntax};
        check_result(*guide.guide, source, example.context, all);
        const FixResult result = fix(*guide.guide, source, example.context, {all});
        check_no_new_findings(lint(*guide.guide, source, example.context), result.report);
        applied += result.applied.size();
      }
    }
  }
  CHECK(applied > 200);
}

TEST_CASE("random drafts are fixed once and for all, in three syntaxes") {
  const LoadedGuide& compiled = usable(
      guide("cues: {blue: [blue]}\n---\n"
            "a: {safe: true, find: {red: green, 'green blue': '', 'blue red': 'red & blue'}}\n"
            "b: {level: suggestion, find: {green: red, and: 'red red'}}\n"
            "c: {missing: blue, rewrite: 'Blue.', at: start}\n"
            "d: {find: {'and {what} red': '{what}', blue: [green]}}"));
  constexpr std::string_view words[] = {"red",   "green", "blue",   "and", "Red", "**red** ",
                                        "`red`", "<b>",   "</b>",   "<p>", ". ",  ", ",
                                        "\r\n",  "\n\n",  "&amp; ", "- ",  " ",   " "};
  RandomText chance(11);
  for (int round = 0; round < 1500; ++round) {
    std::string draft;
    for (std::size_t count = chance.below(14); count > 0; --count) {
      draft += words[chance.below(std::size(words))];
      if (chance.below(3) > 0) draft += ' ';
    }
    for (const Syntax syntax : {Syntax::text, Syntax::markdown, Syntax::html}) {
      for (const bool all : {false, true}) {
        check_result(*compiled.guide, {"draft", draft, syntax}, {}, all);
      }
    }
  }
}
