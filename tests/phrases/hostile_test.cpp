#include <catch2/catch.hpp>

#include "phrases.hpp"
#include "times.hpp"

using namespace tonelint::phrase_test;
using tonelint::testing::times;

// Each doubling of these would double the time: they would not end.

TEST_CASE("A word with brackets glued to it has at most 1,024 spellings") {
  const std::string too_many = "this phrase can be said in more than 1,024 ways; split it in two";
  CHECK(problem("x" + times(10, "(a|b)")).empty());
  CHECK(problem("x" + times(11, "(a|b)")) == too_many);
  CHECK(problem("one x" + times(64, "[a]")) == "4: " + too_many);
  CHECK(problem("x" + times(20000, "(a|b)")) == too_many);
  CHECK(found("x" + times(20000, "(a)"), "x" + times(20000, "a")) == "x" + times(20000, "a"));
}

TEST_CASE("A phrase of many parts is told of at once") {
  const std::string too_many = "this phrase has too many parts; 24 is the most";
  CHECK(problem(times(20000, "<number> x ")) == too_many);
  CHECK(problem({"{a} " + times(20000, "x "), {"{a}"}}).empty());
}

TEST_CASE("Cues of cues cost as much as they are long") {
  for (const std::string_view first : {"()", "x", "[x]"}) {
    std::vector<Cue> cues{{"c0", {std::string(first)}}};
    for (std::size_t i = 1; i < 60; ++i) {
      const std::string before = "<c" + std::to_string(i - 1) + ">";
      cues.push_back({"c" + std::to_string(i), {before + " " + before}});
    }
    CAPTURE(first);
    Phrases phrases({"y <c59> z", "y <c2> z"}, cues);
    CHECK(phrases.in("y x x x x z") == (first == "()" ? "" : "y x x x x z"));
    // What is written out may be nothing, what is looked for by itself may not.
    CHECK(phrases.problems().empty() == (first == "x"));
  }
}

TEST_CASE("Cues may use each other 64 deep") {
  for (const std::size_t count : {std::size_t{65}, std::size_t{66}, std::size_t{20000}}) {
    std::vector<Cue> cues{{"c100000", {"x"}}};
    for (std::size_t i = 1; i < count; ++i) {
      cues.push_back({"c" + std::to_string(100000 + i), {"<c" + std::to_string(99999 + i) + ">"}});
    }
    CAPTURE(count);
    const std::vector<Written> uses_all{"y <" + cues.back().name + ">"};
    for (const bool backwards : {false, true}) {
      if (backwards) std::reverse(cues.begin(), cues.end());
      Phrases phrases(uses_all, cues);
      const std::string problem = "this phrase uses cues within cues more than 64 deep";
      CHECK(phrases.problems().substr(0, problem.size()) == (count == 65 ? "" : problem));
      if (count == 65) CHECK(phrases.in("y x") == "y x");
    }
  }
}
