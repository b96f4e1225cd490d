#include <catch2/catch.hpp>

#include "guide/compile.hpp"
#include "guide_text.hpp"

using namespace tonelint;
using namespace tonelint::guide_test;

namespace {

/// "<before>10000<after><before>10001<after>…"
std::string numbered(std::size_t count, std::string_view before, std::string_view after) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out.append(before).append(std::to_string(10000 + i)).append(after);
  }
  return out;
}

GuideDefinition compiled(const std::string& text) {
  GuideDefinition guide = read(text);
  static_cast<void>(compile_guide(guide));
  return guide;
}

/// How many problems offer something else.
std::size_t guessed(const GuideDefinition& guide) {
  std::size_t count = 0;
  for (const GuideProblem& each : guide.problems) {
    if (each.diagnostic.message.find("id you mean") != std::string::npos) ++count;
  }
  return count;
}

constexpr std::string_view ending = "    message: m\n    examples: [{bad: x, good: y}]\n";

}  // namespace

// A square of the size would take minutes: these would not end.

TEST_CASE("Many cues that there are not are guessed at some times") {
  const std::string cues = "cues:\n" + numbered(5000, "  cue-", ": x\n");
  const auto rules = compiled(cues + "rules:\n  r:\n    missing: [" + numbered(5000, "ceu-", ", ") +
                              "]\n" + std::string(ending));
  CHECK(rules.problems.size() == 5000);
  CHECK(guessed(rules) == 19);
  const auto phrases = compiled(cues + "rules:\n  r:\n    find:\n" +
                                numbered(5000, "    - x <ceu-", ">\n") + std::string(ending));
  CHECK(phrases.problems.size() == 5000);
  CHECK(guessed(phrases) == 19);
}

TEST_CASE("A score of many parts is read in one go") {
  const auto parts = read("score:\n  warmth:\n    earns:\n" + numbered(20000, "      e", ": 1\n"));
  CHECK(parts.problems.empty());
  CHECK(parts.score.at(0).earns.size() == 20000);
  const auto dimensions = read("score:\n" + numbered(20000, "  d", ": {earns: {x: 1}}\n"));
  CHECK(dimensions.problems.empty());
  CHECK(dimensions.score.size() == 20000);
  const auto without =
      read(Files{{"guide.yaml", "extends: base.yaml\nscore:\n" + numbered(20000, "  d", ": off\n")},
                 {"base.yaml", "score:\n" + numbered(20000, "  d", ": {earns: {x: 1}}\n")}});
  CHECK(without.problems.empty());
  CHECK(without.score.empty());
  const auto unknown = read("score:\n" + numbered(20000, "  d", ": 1\n"));
  CHECK(unknown.problems.size() == 20000);
}

TEST_CASE("Many categories that cost points are looked up") {
  const auto guide = compiled("category: a-quite-likely-category-10000\nrules:\n" +
                              numbered(2000, "  r", ": {find: x, message: m}\n") +
                              "score:\n  warmth:\n    loses: [" +
                              numbered(10000, "a-qiute-likely-category-", ", ") + "]\n");
  CHECK(guide.problems.size() == 2000 + 10000);
}

TEST_CASE("Many options of a rule are read in one go") {
  const auto guide = read("rules:\n  r:\n    detect: greeting-name\n    options:\n" +
                          numbered(20000, "      o", ": 1\n") + std::string(ending));
  CHECK(guide.problems.empty());
  CHECK(guide.rules.at(0).options.size() == 20000);
}
