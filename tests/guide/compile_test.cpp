#include "guide/compile.hpp"

#include <catch2/catch.hpp>

#include "guide/built_in.hpp"
#include "guide/image.hpp"
#include "guide_text.hpp"

using namespace tonelint;
using namespace tonelint::guide_test;

namespace {

/// A rule of some keys, with a message and examples.
std::string rule(const std::string& keys) {
  return "rules:\n  a:\n    " + keys + "\n    message: m\n    examples: [{bad: x, good: y}]\n";
}

/// The problems of a guide once it is compiled.
Lines compiled(const std::string& text) {
  GuideDefinition guide = read(text);
  const bool usable = !compile_guide(guide).empty();
  Lines lines = problems_of(guide);
  if (!usable) lines.emplace_back("not usable");
  return lines;
}

/// The first problem's message and what it offers instead.
std::string message(const std::string& text) {
  GuideDefinition guide = read(text);
  static_cast<void>(compile_guide(guide));
  if (guide.problems.empty()) return "no problem";
  const Diagnostic& said = guide.problems[0].diagnostic;
  return said.message + (said.rewrites.empty() ? "" : " → " + said.rewrites[0].text);
}

using Expected = Lines;

}  // namespace

TEST_CASE("a sound guide compiles without a word") {
  CHECK(compiled(rule("find: {x: y}")).empty());
  CHECK(compiled("cues: {c: [x]}\n" + rule("missing: [c, question, date]")).empty());
}

TEST_CASE("a message tells no bound that its rule has not") {
  const auto told = [](const std::string& keys) {
    return compiled("rules:\n  a:\n    message: at most {max}\n    " + keys +
                    "\n    examples: [{bad: x, good: y}]\n");
  };
  const Expected problem{"3:22 guide/out-of-range [{max}]", "not usable"};
  CHECK(told("limit: words\n    max: 3").empty());
  CHECK(told("limit: words\n    min: 3") == problem);
  CHECK(told("find: x") == problem);
  CHECK(told("find: 'x {max}'").empty());
  CHECK(told("detect: capitals") == problem);
}

TEST_CASE("a name in braces that nothing is filled in for is told at its place") {
  const auto told = [](const std::string& keys) {
    return compiled("rules:\n  a:\n    " + keys + "\n    examples: [{bad: x, good: y}]\n");
  };
  const Expected none;
  const auto at = [](const std::string& place) {
    return Expected{place.substr(0, 4) + " guide/unknown-name" + place.substr(4), "not usable"};
  };
  CHECK(told("find: {'x {do}': 'y {do} {agent}'}\n    message: '{match} {do} {customer}'") == none);
  CHECK(told("find: {'x[s]': 'y{s}'}\n    message: m") == none);
  CHECK(told("find: {x: '{{ticket.id}} {% if a %} { } {a b} {'}\n    message: m") == none);
  CHECK(told("limit: words\n    max: 3\n    message: '{count} {max} {helpdesk}'") == none);
  CHECK(told("find: {x: 'y {custmer}'}\n    message: m") == at("3:19 [custmer]"));
  CHECK(told("find: {x: 'y {match}'}\n    message: m") == at("3:19 [match]"));
  CHECK(told("missing: question\n    rewrite: '{agnt}'\n    message: m") == at("4:16 [agnt]"));
  CHECK(told("find: x\n    message: '{count}'") == at("4:16 [count]"));
  CHECK(told("find: ['x {do}', y]\n    message: '{do}'") == at("4:16 [do]"));
  CHECK(compiled("cues: {c: ['x {do}']}\nrules: {a: {find: <c>, message: '{do}', examples: "
                 "[{bad: x y, good: y}]}}") == at("2:35 [do]"));
}

TEST_CASE("the phrase language in a rewrite is told at its sign") {
  const auto told = [](const std::string& pair) { return compiled(rule("find: {" + pair + "}")); };
  const auto at = [](const std::string& place) {
    return Expected{"3:" + place.substr(0, 2) + " guide/phrase-in-rewrite" + place.substr(2),
                    "not usable"};
  };
  CHECK(told("'<number> days': '<number> weeks'") == at("30 [<number>]"));
  CHECK(told("'kindly': 'please|could you'") == at("29 [|]"));
  CHECK(told("'(ticket|case)[s]': '(request)[s]'") == at("42 [[]"));
  CHECK(told("'we ... sorry': 'we ... happy'") == at("32 [...]"));
  CHECK(told("'we … sorry': 'so … sorry'") == at("30 […]"));
  CHECK(told("'^ No': '^ Sorry'") == at("21 [^]"));
  CHECK(told("'now $': 'then $'") == at("27 [$]"));
  CHECK(told("'a \\, b': 'c \\, d'") == at("25 [\\,]"));
  CHECK(told("'/(\\d+) days/': '$1 weeks'") == at("29 [$1]"));
  CHECK(told("'/(\\d+) days/': '\\1 weeks'") == at("29 [\\1]"));
  CHECK(told("'x {do}': 'y {do'") == at("25 [{]"));
  CHECK(compiled(rule("missing: question\n    rewrite: 'on <date>'")) ==
        Expected{"4:18 guide/phrase-in-rewrite [<date>]", "not usable"});
}

TEST_CASE("what is no phrase language may stand in a rewrite") {
  const Expected none;
  for (const std::string pair :
       {"x: 'see (above)'", "x: 'a<br>b'", "'x ... z': 'by …'", "'x ... z': 'y ... w'",
        "x: 'Ana | Acme'", "x: '{{ticket.title|upcase}} [sic]'", "'/(?i)refund/': 'a $1 credit'",
        "x: '5 < 6 > 4'", "x: 'ticket(s)'", "x: ':^) {'"}) {
    INFO(pair);
    CHECK(compiled(rule("find: {" + pair + "}")) == none);
  }
}

TEST_CASE("names that there are not are told at their places") {
  CHECK(compiled(rule("missing: [next-stp]")) ==
        Expected{"3:15 guide/unknown-cue [next-stp]", "not usable"});
  CHECK(compiled(rule(
            "find: x\n    only: {reply: [zz]}\n    unless: {customer: yy, near: {cue: xx}}")) ==
        Expected{"4:20 guide/unknown-cue [zz]", "5:24 guide/unknown-cue [yy]",
                 "5:40 guide/unknown-cue [xx]", "not usable"});
  CHECK(compiled(rule("detect: gretting-name")) ==
        Expected{"3:13 guide/unknown-detector [gretting-name]", "not usable"});
  CHECK(compiled(rule("detect: greeting-name\n    options: {wrnog: yes}")) ==
        Expected{"4:15 guide/unknown-option [wrnog]", "not usable"});
  CHECK(compiled(rule("limit: wrods\n    max: 3")) ==
        Expected{"3:12 guide/unknown-cue [wrods]", "not usable"});
  CHECK(compiled(rule("find: [\"<nmuber> x\"]")) ==
        Expected{"3:12 guide/bad-phrase [\"<nmuber> x\"]", "not usable"});
}

TEST_CASE("a cue that the document gives takes no phrases") {
  CHECK(compiled("cues: {greeting: [Howdy], date: [soon]}\n") ==
        Expected{"1:8 guide/given-cue [greeting]", "not usable"});
  CHECK(compiled("cues: {word: [x]}\n") == Expected{"1:8 guide/given-cue [word]", "not usable"});
}

TEST_CASE("a category that no rule has is told") {
  const std::string guide = "category: Length\nscore: {s: {loses: [";
  CHECK(compiled(guide + "Length]}}\n" + rule("find: x")).empty());
  CHECK(compiled(guide + "Lenght]}}\n" + rule("find: x")) ==
        Expected{"2:21 guide/unknown-value [Lenght]", "not usable"});
  CHECK(compiled(guide + "Other]}}\n" + rule("find: x")) ==
        Expected{"2:21 guide/unknown-value [Other]", "not usable"});
}

TEST_CASE("a mood that no words tell is told") {
  const std::string asked =
      rule("find: x\n    only: {mood: [sad, neutral]}\n    unless: {mood: angry}");
  CHECK(compiled(asked) ==
        Expected{"4:19 guide/no-mood-words [sad]", "5:20 guide/no-mood-words [angry]"});
  CHECK(compiled("cues: {customer-sad: [x], customer-angry: [y]}\n" + asked).empty());
}

TEST_CASE("options of detectors have values that mean something") {
  const auto told = [](const std::string& detector, const std::string& options) {
    return compiled(rule("detect: " + detector + "\n    options: {" + options + "}"));
  };
  CHECK(told("greeting-name", "wrong: yes, missing: OFF").empty());
  CHECK(told("greeting-name", "missing: yes, wrong: maybe") ==
        Expected{"4:36 guide/wrong-type [maybe]", "not usable"});
  CHECK(told("capitals", "letters: lots") ==
        Expected{"4:24 guide/wrong-type [lots]", "not usable"});
  CHECK(told("capitals", "letters: -5") == Expected{"4:24 guide/out-of-range [-5]", "not usable"});
  CHECK(told("capitals", "letters: yes") == Expected{"4:24 guide/wrong-type [yes]", "not usable"});
}

TEST_CASE("a detector that is no word is one mistake") {
  CHECK(compiled(rule("detect: [capitals]")) ==
        Expected{"3:13 guide/wrong-type [[capitals]]", "not usable"});
}

TEST_CASE("a detector with nothing switched on is warned about") {
  CHECK(compiled(rule("detect: greeting-name")) ==
        Expected{"3:13 guide/no-option [greeting-name]"});
  CHECK(compiled(rule("detect: foreign-data\n    options: {emails: no}")) ==
        Expected{"3:13 guide/no-option [foreign-data]"});
  CHECK(compiled(rule("detect: capitals")).empty());
  CHECK(message(rule("detect: greeting-name")) ==
        "“greeting-name” finds nothing until “missing” or “wrong” is switched on: options: "
        "{missing: yes}.");
}

TEST_CASE("the nearest right name is offered") {
  CHECK(message("cues: {next-step: [x]}\n" + rule("missing: next-stp")) ==
        "There is no cue called “next-stp”. Did you mean “next-step”? → next-step");
  const std::string about_customer =
      "rules: {a: {find: {x: '{custmer}'}, message: m, examples: [{bad: x, good: y}]}}";
  CHECK(message(about_customer) ==
        "Nothing is filled in for “custmer”, so the braces would be shown. Did you mean "
        "“customer”? → customer");
  const std::string partly =
      "rules: {a: {find: ['x {do}', y], message: '{do}', examples: [{bad: x, good: y}]}}";
  CHECK(message(partly) ==
        "Not every phrase of this rule captures “do”, so the braces would be shown. Here it can "
        "be “match”, “customer”, “agent” or “helpdesk”.");
  CHECK(message("extends: suport") ==
        "There is no guide “suport”. Did you mean “support”? Write “support”, or the path of a "
        "file from the folder of this one, with its ending. → support");
  CHECK(message(rule("missing: qwertz")) == "There is no cue called “qwertz”.");
  CHECK(
      message(rule("detect: gretting-name")) ==
      "There is no detector called “gretting-name”. Did you mean “greeting-name”? → greeting-name");
  CHECK(message(rule("detect: greeting-name\n    options: {wrnog: yes}")) ==
        "The detector “greeting-name” has no option “wrnog”. Did you mean “wrong”? → wrong");
  CHECK(message(rule("limit: wrods\n    max: 3")) ==
        "There is no measure or cue called “wrods”. Did you mean “words”? → words");
  CHECK(message("cues: {hedge: [x]}\n" + rule("limit: hegde\n    max: 3")) ==
        "There is no measure or cue called “hegde”. Did you mean “hedge”? → hedge");
  CHECK(message(rule("find: [\"<nmuber> x\"]")) ==
        "“<nmuber> x”: there is no cue called <nmuber>; did you mean <number>?");
}

TEST_CASE("mistakes within a phrase are told at their byte, however it is written") {
  CHECK(compiled(rule("find: ['a ) b']")) == Expected{"3:15 guide/bad-phrase [)]", "not usable"});
  CHECK(compiled(rule("find: {é ) b: x}")) == Expected{"3:14 guide/bad-phrase [)]", "not usable"});
  CHECK(compiled(rule("find: [\"\\u00e9 \\\"a ) b\"]")) ==
        Expected{"3:24 guide/bad-phrase [)]", "not usable"});
  CHECK(compiled(rule("find:\n      - one two\n        three (four")) ==
        Expected{"5:15 guide/bad-phrase [(]", "not usable"});
  CHECK(compiled("cues: {c: [ok, 'a | b']}\n") ==
        Expected{"1:19 guide/bad-phrase [|]", "not usable"});
  CHECK(compiled(rule("find: x\n    except: [y, z^]")) ==
        Expected{"4:18 guide/bad-phrase [^]", "not usable"});
  CHECK(compiled(rule("find: [/(/]")) == Expected{"3:13 guide/bad-phrase [(]", "not usable"});
  CHECK(compiled(rule("find: ['[x]', '(y']")) ==
        Expected{"3:19 guide/bad-phrase ['(y']", "3:12 guide/bad-phrase ['[x]']", "not usable"});
}

TEST_CASE("an escape of YAML that no reply can have is told") {
  CHECK(compiled(rule("find: [\"/\\bword\\b/\"]")) ==
        Expected{"3:14 guide/bad-phrase [\\b]", "not usable"});
  CHECK(compiled(rule("find: ['/\\bword\\b/', \"/\\tx/\", \"/\\\\by/\"]")).empty());
  CHECK(message(rule("find: [\"a \\e b\"]")) ==
        "In double quotation marks a backslash must be doubled: \\\\. Or put the text in single "
        "ones: '…'.");
}

TEST_CASE("cycles of cues and phrases never reached are told at the phrase") {
  CHECK(compiled("cues:\n  a: [x, <b> y]\n  b: [z, <a>]\n") ==
        Expected{"2:10 guide/cue-cycle [<b> y]", "not usable"});
  CHECK(compiled(rule("find: ['[very] sorry', very sorry]")) ==
        Expected{"3:28 guide/unreachable-phrase [very sorry]"});
}

TEST_CASE("what is wrong with a phrase is told in a sentence") {
  CHECK(message("cues: {a: [x, <a> y]}\n") ==
        "“<a> y”: this phrase uses its own cue, by itself or through another cue.");
  CHECK(message(rule("find: ['[very] sorry', very sorry]")) ==
        "“very sorry”: phrases before it find all that it could find.");
  CHECK(message(rule("find: ['a ) b']")) == "“a ) b”: this bracket was never opened.");
}

TEST_CASE("all mistakes are told, not the first alone") {
  std::string text = "rules:\n";
  for (int i = 0; i < 1000; ++i) {
    text += "  r" + std::to_string(i) +
            ": {find: ['x )'], message: m, examples: [{bad: x, good: y}]}\n";
  }
  const Lines lines = compiled(text);
  REQUIRE(lines.size() == 1001);
  for (std::size_t i = 0; i < 1000; ++i) {
    const std::string column = std::to_string(std::to_string(i).size() + 17);
    REQUIRE(lines[i] == std::to_string(i + 2) + ":" + column + " guide/bad-phrase [)]");
  }
}

TEST_CASE("the same guide gives the same bytes") {
  const std::string text =
      "name: n\ncues: {c: [x, 'so ... <number>'], d: [<c>]}\n" +
      rule("find: {'a[s] {do}': 'b{s} {do}', '/xy+/': ~}\n    only: {reply: d}");
  GuideDefinition one = read(text);
  GuideDefinition two = read(text);
  const auto bytes = compile_guide(one);
  REQUIRE_FALSE(bytes.empty());
  CHECK(bytes == compile_guide(two));
}

TEST_CASE("an image is read as it was written") {
  PhraseTablesUnderWay phrases;
  RuleTablesUnderWay rules;
  std::uint32_t number = 0;
  // Tables of different odd sizes, all of their bytes different.
  const auto fill = [&](auto& table) {
    table.resize(++number % 7);
    for (auto& entry : table) {
      auto* bytes = reinterpret_cast<unsigned char*>(&entry);
      for (std::size_t i = 0; i < sizeof entry; ++i)
        bytes[i] = static_cast<unsigned char>(++number);
    }
  };
  PhraseTablesUnderWay::for_each(phrases, fill);
  RuleTablesUnderWay::for_each(rules, fill);
  const GuideFacts facts{{1, 2}, {3, 4}, {5, 6}, {7, 8}};
  const auto image = GuideImage::own(write_image(phrases, rules, facts));
  CHECK(image->facts.channel.size == 6);
  CHECK(image->facts.helpdesk.size == 8);
  std::vector<std::string> written;
  std::vector<std::string> read_back;
  const auto copy_to = [](std::vector<std::string>& out) {
    return [&out](const auto& table) {
      out.emplace_back(reinterpret_cast<const char*>(table.data()),
                       table.size() * sizeof(table[0]));
    };
  };
  PhraseTablesUnderWay::for_each(phrases, copy_to(written));
  RuleTablesUnderWay::for_each(rules, copy_to(written));
  PhraseTables::for_each(image->phrases, copy_to(read_back));
  RuleTables::for_each(image->rules, copy_to(read_back));
  CHECK(written == read_back);
}

TEST_CASE("the built-in guide is what its files say") {
  const auto open = [](std::string_view wanted, std::string_view) { return built_in_text(wanted); };
  GuideDefinition guide = read_guide_files(*built_in_text("support"), open);
  const auto bytes = compile_guide(guide);
  CHECK(problems_of(guide).empty());
  const auto built_in = built_in_images().front().image;
  REQUIRE(bytes.size() == built_in.size());
  CHECK(std::equal(bytes.begin(), bytes.end(), built_in.begin()));

  const LoadedGuide loaded = load_guide(*built_in_text("support.yaml"));
  REQUIRE(loaded.guide);
  CHECK(loaded.problems.empty());
  CHECK(loaded.guide->name() == "support");
  CHECK(loaded.guide->rule_count() == Guide::built_in().rule_count());
}

TEST_CASE("the hash of a guide is that of what it means") {
  const auto hash = [](std::string yaml) {
    const auto loaded = load_guide({"a.yaml", std::move(yaml)});
    REQUIRE(loaded.guide);
    return loaded.guide->hash_text();
  };
  const std::string guide = "name: a\nrules:\n  b:\n    message: No.\n    find: [b]\n    level: ";
  CHECK(hash(guide + "error\n") == hash(guide + "error  # as we agreed\n"));
  CHECK(hash(guide + "error\n") != hash(guide + "warning\n"));
  CHECK(hash(guide + "error\n").size() == 16);
  CHECK(hash(built_in_text("support")->bytes) == Guide::built_in().hash_text());
}

TEST_CASE("a guide that could not be read has nothing in it") {
  const Guide guide(nullptr);
  CHECK(guide.name().empty());
  CHECK(guide.hash() == 0);
  CHECK(guide.language().empty());
  CHECK_FALSE(guide.across());
  CHECK(guide.rule_count() == 0);
  CHECK_FALSE(guide.rule("x"));
}
