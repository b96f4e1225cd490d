#include <catch2/catch.hpp>

#include "phrases.hpp"

using namespace tonelint::phrase_test;

namespace {

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  for (; count > 0; --count) out += text;
  return out;
}

}  // namespace

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
