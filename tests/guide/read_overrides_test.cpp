#include <catch2/catch.hpp>

#include "guide_text.hpp"

using namespace tonelint;
using namespace tonelint::guide_test;

namespace {

constexpr const char* guide = R"(rules:
  one: &rule {message: A., find: [a], examples: [{bad: "[[a]]"}, {good: b}]}
  two: *rule
overrides:
  - files: "vip/**"
    channel: chat
    rules: {one: {level: error}, two: off}
  - files: [legal/*.md, "*.txt"]
    extends: extra.yaml
    rules: {one: {level: suggestion}}
)";
constexpr const char* extra =
    "rules:\n  three: {message: A., find: [a], examples: [{bad: '[[a]]'}, {good: b}]}\n";

GuideDefinition for_path(const std::string& path) {
  const auto open = [](std::string_view wanted, std::string_view) -> std::optional<GuideText> {
    if (wanted != "extra.yaml") return std::nullopt;
    return GuideText{"extra.yaml", extra};
  };
  return read_guide_files({"guide.yaml", guide}, open, {.path = path});
}

}  // namespace

TEST_CASE("overrides are laid over the guide for the files they name, the last on top") {
  const GuideDefinition plain = for_path("replies/a.md");
  CHECK(problems_of(plain) == Lines{});
  REQUIRE(plain.rules.size() == 2);
  CHECK(plain.rules[0].level == Level::warning);
  CHECK(plain.overrides == std::vector<Lines>{{"vip/**"}, {"legal/*.md", "*.txt"}});

  const GuideDefinition vip = for_path("replies/vip/late/a.md");
  CHECK(vip.channel == "chat");
  CHECK(vip.rules[0].level == Level::error);
  CHECK(vip.rules[1].off);

  const GuideDefinition both = for_path("vip/a.txt");
  REQUIRE(both.rules.size() == 3);
  CHECK(both.rules[0].level == Level::suggestion);
  CHECK(both.rules[1].off);
  CHECK(both.rules[2].id.value == "three");
}

TEST_CASE("loading a guide tells what is wrong with overrides that no draft needs") {
  CHECK(problems_of("overrides: {a: b}") == Lines{"1:12 guide/wrong-type [{a: b}]"});
  CHECK(problems_of("overrides:\n  - rules: {}\n") == Lines{"2:5 guide/no-reply [rules: {}]"});
  CHECK(problems_of("overrides: [{files: a, fils: b}]") == Lines{"1:24 guide/unknown-key [fils]"});
  const LoadedGuide loaded =
      load_guide({"guide.yaml", std::string(guide) + "  - {files: x/*, rules: {four: off}}\n"},
                 [](std::string_view, std::string_view) {
                   return GuideText{"extra.yaml", extra};
                 });
  CHECK_FALSE(loaded.guide);
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].diagnostic.rule == "guide/no-such-rule");
  CHECK(loaded.problems[0].diagnostic.position.line == 11);
}

TEST_CASE("patterns of files that match no path are told at their place") {
  struct Case {
    std::string pattern, message, instead;
  };
  const Case cases[] = {
      {"./vip/**", "No pattern goes by way of “.” or “..”.", "vip/**"},
      {"../../vip/**", "No pattern goes by way of “.” or “..”.", "vip/**"},
      {"vip/../legal/*", "No pattern goes by way of “.” or “..”.", "legal/*"},
      {"vip\\late\\*", "Between folders stands “/”.", "vip/late/*"},
      {"vip/", "No file ends in “/”.", "vip/**"},
      {"vip//*.md", "Between folders stands one “/”.", "vip/*.md"},
      {" vip/*", "No path begins or ends with a space.", "vip/*"},
      {"vip/*.{md,txt}", "Braces hold no choices here. Write a list of patterns.", ""},
      {"!vip/*", "No pattern leaves files out.", ""},
  };
  for (const Case& each : cases) {
    CAPTURE(each.pattern);
    const GuideDefinition read_one =
        read("overrides:\n  - channel: chat\n    files: ['" + each.pattern + "', fine/*]\n");
    CHECK(problems_of(read_one) == Lines{"3:13 guide/no-such-path ['" + each.pattern + "']"});
    REQUIRE(read_one.problems.size() == 1);
    const Diagnostic& told = read_one.problems[0].diagnostic;
    CHECK(told.level == Level::warning);
    CHECK(told.message.starts_with("“" + each.pattern + "” matches no file. " + each.message));
    CHECK(told.rewrites.empty() == each.instead.empty());
    if (told.rewrites.empty()) continue;
    CHECK(told.rewrites[0].text == each.instead);
    CHECK(told.message.ends_with(" Did you mean “" + each.instead + "”?"));
  }
  for (const std::string fine : {"/srv/vip/**", "*.md", "**", "a b.txt", "[draft] a.md", "{a}",
                                 "...", ".hidden/*", "vip!"}) {
    CAPTURE(fine);
    CHECK(problems_of("overrides: [{channel: chat, files: '" + fine + "'}]") == Lines{});
  }
}

TEST_CASE("an override for no files or without any effect is told once") {
  const auto problems = [](const std::string& entry) {
    return problems_of("overrides:\n  - " + entry + "\n");
  };
  CHECK(problems("channel: chat\n    files: []") == Lines{"3:12 guide/empty-list [[]]"});
  CHECK(problems("channel: chat\n    files: ''") == Lines{"3:12 guide/no-reply ['']"});
  CHECK(problems("channel: chat\n    files: [' ', a]") == Lines{"3:13 guide/no-reply [' ']"});
  CHECK(problems("channel: chat\n    files: {a: b}") == Lines{"3:12 guide/wrong-type [{a: b}]"});
  CHECK(problems("files: a") == Lines{"2:5 guide/no-effect [files: a]"});
  CHECK(problems("rules: {}\n    cues:\n    files: a") == Lines{"2:5 guide/no-effect [rules: {}]"});
  CHECK(problems("files: a\n    chanel: chat") == Lines{"3:5 guide/unknown-key [chanel]"});
}

TEST_CASE("a guide that is extended brings its overrides along") {
  const GuideDefinition guide_of_team =
      read(Files{{"guide.yaml", "extends: company.yaml\noverrides: [{files: chat/**}]\n"},
                 {"company.yaml", "overrides: [{files: vip/**}]\n"}});
  CHECK(guide_of_team.overrides == std::vector<Lines>{{"vip/**"}, {"chat/**"}});
}
