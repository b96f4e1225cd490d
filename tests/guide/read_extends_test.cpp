#include <catch2/catch.hpp>

#include "guide_text.hpp"

using namespace tonelint;
using namespace tonelint::guide_test;

namespace {

/// A guide with one rule of each form, to be built on.
constexpr const char* base = R"(
name: base
language: en
channel: email
category: Base
cues:
  apology: [sorry]
  product: [Acme]
rules:
  words:
    message: No.
    why: Because.
    find: {ticket: conversation}
    except: [ticket office]
    in: body
    only: {channel: email}
    examples: [{bad: ticket, good: conversation}]
  long:
    message: Long.
    limit: words
    max: 200
    per: reply
    off: yes
    examples: [{bad: x, good: y}]
  name:
    message: Name.
    detect: greeting-name
    options: {wrong: yes, missing: no}
    examples: [{bad: x, good: y}]
)";

GuideDefinition on_base(const std::string& text) {
  return read(Files{{"guide.yaml", "extends: base.yaml\n" + text}, {"base.yaml", base}});
}

const RuleDefinition& rule(const GuideDefinition& guide, std::string_view id) {
  for (const RuleDefinition& one : guide.rules) {
    if (one.id.value == id) return one;
  }
  FAIL("no rule " << id);
  return guide.rules.front();
}

Lines ids(const GuideDefinition& guide) {
  Lines lines;
  for (const RuleDefinition& one : guide.rules) lines.push_back(one.id.value);
  return lines;
}

}  // namespace

TEST_CASE("a guide has the rules and cues of what it extends") {
  const auto guide = on_base("");
  CHECK(problems_of(guide) == Lines{});
  CHECK(ids(guide) == Lines{"words", "long", "name"});
  CHECK(guide.cues.size() == 2);
  CHECK(guide.language == "en");
  CHECK(guide.channel == "email");
  CHECK(guide.name == "guide");
  REQUIRE(guide.files.size() == 2);
  CHECK(guide.files[0].name == "guide.yaml");
  CHECK(guide.files[1].name == "base.yaml");
  CHECK(rule(guide, "words").id.place.file == 1);
}

TEST_CASE("examples are by the channel of the guide they stand in") {
  const auto guide = on_base(R"(
channel: chat
rules:
  mine:
    message: Mine.
    find: [x]
    examples: [{bad: x, good: y}, {good: z, channel: public}]
)");
  CHECK(rule(guide, "words").examples[0].channel == "email");
  REQUIRE(rule(guide, "mine").examples.size() == 2);
  CHECK(rule(guide, "mine").examples[0].channel == "chat");
  CHECK(rule(guide, "mine").examples[1].channel == "public");
}

TEST_CASE("rules are switched off and on") {
  const auto guide = on_base("rules: {words: off, long: on}");
  CHECK(problems_of(guide) == Lines{});
  CHECK(rule(guide, "words").off);
  CHECK_FALSE(rule(guide, "long").off);
  CHECK(values(rule(guide, "words").find) == Lines{"ticket → conversation"});
}

TEST_CASE("a rule that is changed in part keeps what is not mentioned") {
  const auto guide = on_base(R"(
category: Mine
rules:
  long: {max: 150, level: error}
  words: {message: "Rather not."}
)");
  CHECK(problems_of(guide) == Lines{});
  const RuleDefinition& tuned = rule(guide, "long");
  CHECK(tuned.max == 150.0);
  CHECK(tuned.level == Level::error);
  CHECK(tuned.measure.value == "words");
  CHECK(tuned.per.value == "reply");
  CHECK(tuned.message.value == "Long.");
  CHECK(tuned.category == "Base");
  CHECK(tuned.off);
  CHECK(tuned.examples.size() == 1);
  CHECK(tuned.max == 150.0);
  const RuleDefinition& words = rule(guide, "words");
  CHECK(words.message.value == "Rather not.");
  CHECK(words.message.place.file == 0);
  CHECK(words.why.value == "Because.");
  CHECK(words.why.place.file == 1);
  CHECK(words.only.size() == 1);
}

TEST_CASE("lists that are mentioned are replaced, unless they are added to") {
  const auto guide = on_base(R"(
rules:
  words:
    also-find: {alas: "", case: [request, question]}
    also-except: [lottery ticket]
    in: [closing]
    unless: {tag: a}
)");
  CHECK(problems_of(guide) == Lines{});
  const RuleDefinition& added = rule(guide, "words");
  CHECK(values(added.find) ==
        Lines{"ticket → conversation", "alas → ", "case → request | question"});
  CHECK(values(added.except) == Lines{"ticket office", "lottery ticket"});
  CHECK(values(added.in) == Lines{"closing"});
  CHECK(added.only.size() == 1);
  CHECK(added.unless.size() == 1);

  const auto replaced = on_base("rules: {words: {find: [case], except: [court case], only: ~}}");
  CHECK(problems_of(replaced) == Lines{});
  CHECK(values(rule(replaced, "words").find) == Lines{"case"});
  CHECK(values(rule(replaced, "words").except) == Lines{"court case"});
  CHECK(rule(replaced, "words").only.empty());
}

TEST_CASE("a limit can lose a bound when it gets another") {
  const auto guide = on_base("rules: {long: {max: ~, min: 20}}");
  CHECK(problems_of(guide) == Lines{});
  CHECK_FALSE(rule(guide, "long").max);
  CHECK(rule(guide, "long").min == 20.0);
  CHECK(problems_of(on_base("rules: {long: {min: 201}}")) ==
        Lines{"2:16 guide/out-of-range [min]"});
}

TEST_CASE("options of a detector are changed one by one") {
  const auto guide = on_base("rules: {name: {options: {missing: yes, min: 2}}}");
  CHECK(problems_of(guide) == Lines{});
  Lines options;
  for (const OptionDefinition& option : rule(guide, "name").options) {
    options.push_back(option.key.value + "=" + option.value.value);
  }
  CHECK(options == Lines{"wrong=yes", "missing=yes", "min=2"});
}

TEST_CASE("a rule may get another form") {
  const auto guide = on_base("rules: {words: {limit: apology, max: 1}}");
  CHECK(problems_of(guide) == Lines{});
  CHECK(rule(guide, "words").form == RuleForm::limit);
  CHECK(rule(guide, "words").find.empty());
  CHECK(values(rule(guide, "words").cues) == Lines{"apology"});
  CHECK(rule(guide, "words").message.value == "No.");
}

TEST_CASE("keys are held to the form of the rule that is changed") {
  CHECK(problems_of(on_base("rules: {words: {max: 3}, long: {also-find: x}}")) ==
        Lines{"2:17 guide/misplaced-key [max]", "2:33 guide/misplaced-key [also-find]"});
}

TEST_CASE("cues are added to or begun anew") {
  const auto guide = on_base(R"(
cues:
  apology: ["(I|we) owe you an apology"]
  product: {replace: [Acme Pro, Acme Lite]}
  refusal: [no]
)");
  CHECK(problems_of(guide) == Lines{});
  REQUIRE(guide.cues.size() == 3);
  CHECK(values(guide.cues[0].phrases) == Lines{"sorry", "(I|we) owe you an apology"});
  CHECK(guide.cues[0].phrases[1].place.file == 0);
  CHECK(values(guide.cues[1].phrases) == Lines{"Acme Pro", "Acme Lite"});
  CHECK(guide.cues[2].name.value == "refusal");
}

TEST_CASE("a rule's name that is nearly right is not taken for a new rule") {
  const auto guide = on_base("rules:\n  lnog: {max: 3}\n  wrods: off\n");
  CHECK(problems_of(guide) ==
        Lines{"3:3 guide/no-such-rule [lnog]", "4:3 guide/no-such-rule [wrods]"});
  CHECK(guide.problems[0].diagnostic.message ==
        "There is no rule “lnog” to change, and a new one needs “find”, “missing”, “limit” or "
        "“detect”. Did you mean “long”?");
  CHECK(ids(guide) == Lines{"words", "long", "name"});
}

TEST_CASE("in a list of guides the later one wins") {
  const Files files{
      {"guide.yaml", "extends: [a.yaml, b.yaml]\n"},
      {"a.yaml",
       "channel: email\nrules:\n  r: {find: x, message: a, examples: [{bad: x, good: "
       "y}]}\n"},
      {"b.yaml", "channel: chat\nrules:\n  r: {message: b}\n"},
  };
  const auto guide = read(files);
  CHECK(guide.channel == "chat");
  REQUIRE(guide.rules.size() == 1);
  CHECK(guide.rules[0].message.value == "b");
  CHECK(values(guide.rules[0].find) == Lines{"x"});
}

TEST_CASE("a guide that two others extend is laid down once, before both") {
  const Files files{
      {"guide.yaml", "extends: [a.yaml, b.yaml]\n"},
      {"a.yaml", "extends: base.yaml\nrules: {words: off}\n"},
      {"b.yaml", "extends: base.yaml\nrules: {long: on}\n"},
      {"base.yaml", base},
  };
  const auto guide = read(files);
  CHECK(problems_of(guide) == Lines{});
  CHECK(guide.files.size() == 4);
  CHECK(rule(guide, "words").off);
  CHECK_FALSE(rule(guide, "long").off);
  CHECK(values(guide.cues.at(0).phrases) == Lines{"sorry"});
}

TEST_CASE("guides that extend each other in a circle") {
  const Files files{
      {"guide.yaml", "extends: a.yaml\nrules: {r: off}\n"},
      {"a.yaml", "# first\nextends: [b.yaml]\n"},
      {"b.yaml", "extends: guide.yaml\n"},
  };
  const auto guide = read(files);
  CHECK(problems_of(guide) == Lines{"b.yaml:1:10 guide/cycle [guide.yaml]"});
  CHECK(guide.problems.at(0).diagnostic.message ==
        "A guide cannot extend itself: guide.yaml → a.yaml → b.yaml → guide.yaml. Take one of "
        "them out.");
  CHECK(problems_of(read("extends: guide.yaml")) == Lines{"1:10 guide/cycle [guide.yaml]"});
}

TEST_CASE("when a guide is missing, changing its rules is no second mistake") {
  const auto guide = read("extends: other.yaml\nrules:\n  a: off\n  b: {max: 3}\n");
  CHECK(problems_of(guide) == Lines{"1:10 guide/no-such-guide [other.yaml]"});
}

TEST_CASE("problems come file by file, in order of their places") {
  const Files files{
      {"guide.yaml", "rules: {a: off}\nextends: a.yaml\nnmae: x\n"},
      {"a.yaml", "nmae: y\n"},
  };
  CHECK(problems_of(read(files)) == Lines{"1:9 guide/no-such-rule [a]",
                                          "3:1 guide/unknown-key [nmae]",
                                          "a.yaml:1:1 guide/unknown-key [nmae]"});
}

TEST_CASE("names without a file ending are built-in guides first, then asked for") {
  Lines asked;
  const GuideResolver resolver = [&](std::string_view wanted, std::string_view from) {
    asked.push_back(std::string(wanted) + " from " + std::string(from));
    return std::optional<GuideText>{{"team/" + std::string(wanted), "language: pt\n"}};
  };
  const auto guide = read_guide({"guide.yaml", "extends: [support, words, x.yaml]\n"}, resolver);
  CHECK(asked == Lines{"words from guide.yaml", "x.yaml from guide.yaml"});
  CHECK(guide.files.size() > 4);  // the built-in guide has topics
  CHECK(guide.language == "pt");
}

TEST_CASE("without anyone to ask, only built-in guides can be extended") {
  const auto guide = read_guide({"guide.yaml", "extends: [support, x.yaml]\n"}, {});
  CHECK(problems_of(guide) == Lines{"1:20 guide/no-such-guide [x.yaml]"});
}
