#include <catch2/catch.hpp>

#include "guide_text.hpp"

using namespace tonelint;
using namespace tonelint::guide_test;

namespace {

/// The text that is left and what was marked in it, or the first problem.
std::string marked(const std::string& bad) {
  const auto guide =
      read("rules:\n  a:\n    message: m\n    find: x\n    examples:\n      - bad: '" + bad +
           "'\n        good: x\n");
  if (!guide.problems.empty()) return problems_of(guide)[0];
  const ExampleDefinition& example = guide.rules.at(0).examples.at(0);
  std::string line = example.bad.value().value;
  for (const Span mark : example.marks) {
    line += " | " + example.bad->value.substr(mark.begin, mark.size()) + "@" +
            std::to_string(mark.begin);
  }
  return line;
}

}  // namespace

TEST_CASE("marks are taken out of a bad example") {
  CHECK(marked("a [[b]] c") == "a b c | b@2");
  CHECK(marked("[[é]] and [[b]]") == "é and b | é@0 | b@7");
  CHECK(marked("a [[]] c") == "a  c | @2");
  CHECK(marked("no marks") == "no marks");
  CHECK(marked("a [b] c]") == "a [b] c]");
  CHECK(marked("[[[name]]], hi") == "[name], hi | [name]@0");
  CHECK(marked("⟦[[name]]⟧, hi") == "[[name]], hi | [[name]]@0");
  CHECK(marked("⟦one⟧ ⟦two⟧") == "one two | one@0 | two@4");
}

TEST_CASE("marks that do not close are shown at their place") {
  CHECK(marked("a [[b] c") == "6:17 guide/unclosed-mark [[[]");
  CHECK(marked("a b]] c") == "6:18 guide/unclosed-mark []]]");
  CHECK(marked("it''s [[b [[c]]") == "6:25 guide/unclosed-mark [[[]");
  CHECK(marked("a ⟦b") == "6:17 guide/unclosed-mark [⟦]");
  CHECK(marked("⟦a⟧ b⟧") == "6:20 guide/unclosed-mark [⟧]");
}

TEST_CASE("a mark in a block of lines is shown at its place") {
  CHECK(problems_of(R"(
rules:
  a:
    message: m
    find: x
    examples:
      - bad: |
          Hi,

          I closed [[it.
        good: x
)") == Lines{"10:20 guide/unclosed-mark [[[]"});
  CHECK(problems_of(R"(
rules:
  a:
    message: m
    find: x
    examples:
      - bad: "Caf\u00e9 \
          and \"more\"

          of [[it."
        good: x
)") == Lines{"10:14 guide/unclosed-mark [[[]"});
}
