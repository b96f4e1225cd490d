#include <catch2/catch.hpp>

#include "guide_text.hpp"

using namespace tonelint;
using namespace tonelint::guide_test;

namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t time = 0; time < times; ++time) all += text;
  return all;
}

/// The id of the only problem.
std::string only_id(const std::string& text) {
  const auto guide = read(text);
  REQUIRE(guide.problems.size() == 1);
  return std::string(guide.problems[0].diagnostic.rule);
}

}  // namespace

TEST_CASE("every one of 1,000 mistakes is reported at its place") {
  std::string text = "rules:\n";
  Lines expected;
  for (std::size_t at = 0; at < 1000; ++at) {
    text += "  r" + std::to_string(at) +
            ": {find: x, message: m, mx: 1, examples: [{bad: x, good: y}]}\n";
    const std::size_t column = 28 + std::to_string(at).size();
    expected.push_back(std::to_string(at + 2) + ":" + std::to_string(column) +
                       " guide/unknown-key [mx]");
  }
  const auto guide = read(text);
  CHECK(problems_of(guide) == expected);
  CHECK(guide.rules.size() == 1000);
}

TEST_CASE("1,000 mistakes on one line") {
  const auto guide = read("{" + repeat("“é”: x, ", 1000) + "name: x}");
  REQUIRE(guide.problems.size() == 1000);
  CHECK(guide.problems[0].diagnostic.rule == "guide/unknown-key");
  CHECK(guide.problems[999].diagnostic.rule == "guide/duplicate-key");
  CHECK(guide.problems[999].diagnostic.position == Position{1, 2 + 999 * 8});
}

TEST_CASE("nesting ends at 64, however it is written") {
  CHECK(only_id(repeat("[", 100'000)) == "guide/too-deep");
  CHECK(only_id(repeat("{a: ", 100'000)) == "guide/too-deep");
  CHECK(only_id(repeat("- ", 100'000)) == "guide/too-deep");
  CHECK(only_id(repeat("? ", 100'000)) == "guide/too-deep");
  std::string steps;
  for (std::size_t at = 0; at < 1000; ++at) steps += std::string(at, ' ') + "a:\n";
  CHECK(only_id(steps) == "guide/too-deep");
  CHECK(only_id(repeat("[", 64) + repeat("]", 64)) == "guide/wrong-type");
  CHECK(only_id(repeat("[", 65) + repeat("]", 65)) == "guide/too-deep");
}

TEST_CASE("an alias counts as deep as what it repeats") {
  const std::string forty = "x: &a " + repeat("[", 40) + repeat("]", 40) + "\n";
  const auto fits = read(forty + "y: " + repeat("[", 20) + "*a" + repeat("]", 20) + "\n");
  CHECK(problems_of(fits).at(0).substr(0, 21) == "1:1 guide/unknown-key");
  CHECK(only_id(forty + "y: " + repeat("[", 30) + "*a" + repeat("]", 30) + "\n") ==
        "guide/too-deep");
}

TEST_CASE("aliases of aliases count with all that they stand for") {
  std::string laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (std::size_t at = 1; at < 12; ++at) {
    const std::string name = "a" + std::to_string(at);
    const std::string before = "*a" + std::to_string(at - 1);
    laughs += name + ": &" + name + " [" + repeat(before + " , ", 9) + before + " ]\n";
  }
  CHECK(only_id(laughs) == "guide/too-large");
  CHECK(only_id("name: &a '" + repeat("x", 1'000'000) + "'\ncues:\n  c: [" + repeat("*a , ", 20) +
                "x]\n") == "guide/too-large");
  CHECK(only_id("a: &a [*a ]\n") == "guide/too-large");
}

TEST_CASE("a guide of more than 8 MB is not read") {
  CHECK(only_id("# " + repeat("x", 8U << 20U)) == "guide/too-large");
  CHECK(only_id("# " + repeat("x", (8U << 20U) - 2)) == "guide/empty");
}

TEST_CASE("a guide of more than 200,000 entries is not read") {
  const std::string cue = "cues:\n  c:\n";  // 3 entries with their maps, and the list
  CHECK(read(cue + repeat("    - x\n", 199'994)).problems.empty());
  CHECK(problems_of(cue + repeat("    - x\n", 199'996)) == Lines{"199998:7 guide/too-large [x]"});
}

TEST_CASE("guides that extend each other without end") {
  const auto open = [](std::string_view wanted, std::string_view) {
    return std::optional<GuideText>{
        {std::string(wanted), "extends: x" + std::string(wanted) + "\n"}};
  };
  const auto chain = read_guide_files({"a", "extends: xa"}, open);
  REQUIRE(chain.problems.size() == 1);
  CHECK(chain.problems[0].diagnostic.rule == "guide/too-deep");
  CHECK(chain.files.size() == 64);

  const auto fan = [](std::string_view wanted, std::string_view) {
    const std::string name(wanted);
    return std::optional<GuideText>{{name, "extends: [" + name + "0, " + name + "1]\n"}};
  };
  const auto tree = read_guide_files({"a", "extends: [a0, a1]"}, fan);
  CHECK(tree.files.size() == 256);
  CHECK(tree.problems.back().diagnostic.rule == "guide/too-many-guides");
}
