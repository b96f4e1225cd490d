#include <catch2/catch.hpp>

#include "world.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

/// The lines of the letter below in which a rule about “x” speaks.
std::string lines(const std::string& in, std::string_view letter, Syntax syntax = Syntax::text) {
  std::string out;
  const Report report = report_on(guide("a: {find: [x]" + in + "}"), letter, {}, syntax);
  for (const Diagnostic& each : report.diagnostics) {
    out += (out.empty() ? "" : " ") + std::to_string(each.position.line);
  }
  return out;
}

constexpr std::string_view letter =
    "Hi x Ann,\n"                                        // 1
    "\n"                                                 //
    "First x it is.\nSecond x it is.\nThird x it is.\n"  // 3 4 5
    "\n"                                                 //
    "- item x\n- item two\n"                             // 7
    "\n"                                                 //
    "Middle x it is.\n"                                  // 10
    "\n"                                                 //
    "Closing x it is.\nLast x it is.\n"                  // 12 13
    "\n"                                                 //
    "Kind x regards,\nTom\n"                             // 15
    "\n"                                                 //
    "-- \nAcme x Ltd\n"                                  // 19
    "\n"                                                 //
    "> quoted x words\n";                                // 21

}  // namespace

TEST_CASE("in: every part of the reply") {
  CHECK(lines(", in: greeting", "Hello x,\n\nNo x.") == "1");
  CHECK(lines(", in: opening", letter) == "3 4");
  CHECK(lines(", in: body", letter) == "3 4 5 7 10 12 13");
  CHECK(lines(", in: closing", letter) == "12 13");
  CHECK(lines(", in: signature", letter) == "19");
  CHECK(lines(", in: first sentence", letter) == "3");
  CHECK(lines(", in: last sentence", letter) == "13");
  CHECK(lines(", in: list", letter) == "7");
  CHECK(lines(", in: quote", letter) == "21");
  CHECK(lines(", in: [first sentence, list]", letter) == "3 7");
  CHECK(lines(", in: sign-off", "All is well.\n\nBest regards,\nx Tom") == "4");
  CHECK(lines(", in: prose", "Yes x.\n\n- item x\n\nNo x.", Syntax::markdown) == "1 5");
  CHECK(lines(", in: code", "Yes x.\n\n```\ncode x\n```\n", Syntax::markdown) == "4");
  CHECK(lines(", in: subject", "Subject: about x\n\nHi Ann,\n\nNo x here.") == "1");
}

TEST_CASE("in: without it all that the agent wrote") {
  CHECK(lines("", letter) == "1 3 4 5 7 10 12 13 15");
  CHECK(lines("", "Yes x.\n\n```\ncode x\n```\n", Syntax::markdown) == "1");
  CHECK(lines("", "You wrote “x” and \"x\", x.") == "1");
  CHECK(lines("", "See https://x.com/x and x@x.com.").empty());
}

TEST_CASE("except: words that shield what they cover") {
  const std::string rules =
      guide("a: {find: [ticket], except: [support ticket portal, 'ticket \\#']}");
  CHECK(lint_text(rules, "A ticket in the support ticket portal.") == "1:3 a “ticket”");
  CHECK(rules_of(guide("a: {find: [more, more words], except: [words here]}"),
                 "More words here. More.") == "a a");
  CHECK(rules_of(guide("cues: {portal: [support ticket]}\n---\na: {find: [ticket], except: "
                       "['<portal> portal']}"),
                 "Our support ticket portal.")
            .empty());
}

TEST_CASE("instead-of: the other rule keeps silent about the same words") {
  const std::string rules =
      guide("a: {find: [sorry]}\nb: {find: [so sorry], instead-of: a}\nc: {limit: words, max: 2}");
  CHECK(rules_of(rules, "So sorry.") == "b");
  CHECK(rules_of(rules, "Sorry.") == "a");
  CHECK(lint_text(guide("a: {find: [sorry]}\nb: {find: [so sorry], instead-of: a}"),
                  "So sorry. And sorry.") == "1:1 b “So sorry” | 1:15 a “sorry”");
  // A rule about the reply as a whole is silent altogether.
  CHECK(rules_of(guide("a: {limit: words, max: 2}\nb: {find: [so sorry], instead-of: a}"),
                 "We are very well. So sorry.") == "b");
  CHECK(rules_of(guide("a: {find: [sorry], instead-of: b}\nb: {find: [sorry], instead-of: a}"),
                 "Sorry.") == "a");
}

TEST_CASE("a rule that is off says nothing, and can be switched on") {
  const std::string off = guide("a: {find: [x], off: true}\nb: {find: [y]}");
  CHECK(rules_of(off, "x y") == "b");
  CHECK(loaded(off).guide->rule_count() == 1);
  const auto extended = [&](const std::string& text) {
    const LoadedGuide guide = load_guide({"guide.yaml", "extends: base.yaml\n" + text},
                                         [&](std::string_view, std::string_view) {
                                           return GuideText{"base.yaml", off};
                                         });
    REQUIRE(guide.guide);
    return rules_of(lint(*guide.guide, {.name = "draft", .bytes = "x y z"}));
  };
  CHECK(extended("rules: {a: on}") == "a b");
  CHECK(extended("rules: {b: off}").empty());
  CHECK(extended("rules: {b: {also-find: [z]}}") == "b b");
  CHECK(extended("rules: {b: {also-except: [\"y z\"]}}").empty());
  CHECK(extended("rules: {b: {find: [z]}}") == "b");
}

TEST_CASE("only the rules that are asked for") {
  const LoadedGuide& both = loaded(guide("a: {find: {x: z}}\nb: {find: [y]}"));
  REQUIRE(both.guide);
  CHECK(rules_of(lint(*both.guide, {.name = "draft", .bytes = "x y"}, {}, {.only_rules = {"b"}})) ==
        "b");
  const Report plain = lint(*both.guide, {.name = "draft", .bytes = "x y"}, {},
                            {.only_rules = {}, .rewrites = false});
  CHECK(rules_of(plain) == "a b");
  CHECK(plain.diagnostics[0].rewrites.empty());
}

TEST_CASE("diagnostics come in order of place, then of the guide") {
  CHECK(lint_text(guide("b: {find: [x]}\na: {find: [x, y]}"), "y x") ==
        "1:1 a “y” | 1:3 b “x” | 1:3 a “x”");
}

TEST_CASE("problems of the bytes are diagnostics too") {
  CHECK(rules_of(guide("a: {find: [x]}"), "a \xFF x").find("a") != std::string::npos);
  CHECK(report_on(guide("a: {find: [x]}"), "a \xFF x").diagnostics.size() == 2);
}
