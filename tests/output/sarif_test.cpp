#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "output/line_hashes.hpp"
#include "output/path_uri.hpp"
#include "output/reports.hpp"
#include "tonelint/guide.hpp"

using namespace tonelint;
using namespace tonelint::test;
using nlohmann::json;

namespace {

json run_of(const std::vector<Draft>& drafts) {
  return json::parse(written("sarif", drafts))["runs"][0];
}

/// One finding on the second line, behind an emoji, with two rewrites and one only to be shown.
Draft sample() {
  Draft draft{"Hi Ana,\r\n😀 your ticket\r\nis here.\n", "replies/a b.txt"};
  Diagnostic& found = draft.find(Level::suggestion, "house", "ticket", "We say “conversation”.");
  found.why = "People are no numbers.";
  found.category = "Words";
  found.link = "https://example.com/words";
  const Span span = found.span;
  found.rewrites = {{"your conversation", {{span, "conversation"}}, true},
                    {"", {{{span.begin - 1, span.end}, ""}}, false},
                    {"only shown", {}, false}};
  return draft;
}

json result() { return run_of({sample()})["results"][0]; }

std::string line_hash(std::string_view text, std::size_t line) {
  LineHashes hashes;
  hashes.build(text);
  return hashes.text(line);
}

std::string words_hash(const json& run, std::size_t number) {
  return run["results"][number]["partialFingerprints"]["wordsOfRule/v1"];
}

}  // namespace

TEST_CASE("a SARIF result says what, how bad and where") {
  const json found = result();
  CHECK(found["ruleId"] == "house");
  CHECK(found["ruleIndex"] == 0);
  CHECK(found["level"] == "note");
  CHECK(found["message"]["text"] == "We say “conversation”.");
  REQUIRE(found["locations"].size() == 1);
  const json place = found["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"] ==
        json{{"uri", "replies/a%20b.txt"}, {"uriBaseId", "%SRCROOT%"}});
  CHECK(place["region"] == json{{"startLine", 2},
                                {"startColumn", 9},
                                {"endLine", 2},
                                {"endColumn", 15},
                                {"charOffset", 17},
                                {"charLength", 6},
                                {"snippet", {{"text", "ticket"}}}});
  CHECK(run_of({sample()})["columnKind"] == "utf16CodeUnits");
}

TEST_CASE("SARIF fixes are the rewrites that can be applied") {
  const json fixes = result()["fixes"];
  REQUIRE(fixes.size() == 2);
  CHECK(fixes[0]["description"]["text"] == "Write “your conversation”");
  CHECK(fixes[0]["properties"]["safe"] == true);
  const json change = fixes[0]["artifactChanges"][0];
  CHECK(change["artifactLocation"]["uri"] == "replies/a%20b.txt");
  CHECK(change["replacements"][0]["insertedContent"]["text"] == "conversation");
  CHECK(change["replacements"][0]["deletedRegion"]["charOffset"] == 17);
  CHECK(fixes[1]["description"]["text"] == "Leave it out");
}

TEST_CASE("SARIF rules hold all that GitHub asks for") {
  const json rule = run_of({sample()})["tool"]["driver"]["rules"][0];
  CHECK(rule["id"] == "house");
  CHECK(rule["shortDescription"]["text"] == "We say “conversation”.");
  CHECK(rule["fullDescription"]["text"] == "We say “conversation”. People are no numbers.");
  CHECK(rule["help"]["text"] ==
        "We say “conversation”. People are no numbers.\n\nMore: tonelint explain house\n"
        "https://example.com/words");
  CHECK(rule["help"]["markdown"] ==
        "We say “conversation”.\n\nPeople are no numbers.\n\nMore: `tonelint explain house`, or "
        "[read about it](<https://example.com/words>)");
  CHECK(rule["helpUri"] == "https://example.com/words");
  CHECK(rule["defaultConfiguration"]["level"] == "note");
  CHECK(rule["properties"] == json{{"problem.severity", "recommendation"},
                                   {"precision", "high"},
                                   {"tags", {"tone", "Words"}}});
}

TEST_CASE("a SARIF rule speaks of any finding, not of the first") {
  Draft draft{"Your ticket", "a.txt"};
  draft.report.guide = *load_guide({"g.yaml",
                                    "rules:\n  house:\n    message: \"Not “{match}”.\"\n"
                                    "    level: error\n    find: [ticket]\n    examples:\n"
                                    "      - {bad: \"A [[ticket]].\", good: \"A talk.\"}\n"})
                            .guide;
  draft.find(Level::error, "house", "ticket", "Not “ticket”.");
  const json rule = run_of({draft})["tool"]["driver"]["rules"][0];
  CHECK(rule["shortDescription"]["text"] == "Not “…”.");
  CHECK(rule["defaultConfiguration"]["level"] == "error");
}

TEST_CASE("SARIF descriptions are as long as GitHub shows them, and never cut a letter") {
  Draft draft{"Your ticket"};
  std::string message;
  for (int i = 0; i < 2000; ++i) message += "é";
  draft.find(Level::warning, "house", "ticket", message);
  const json rule = run_of({draft})["tool"]["driver"]["rules"][0];
  const std::string text = rule["shortDescription"]["text"];
  CHECK(text.size() == 1023 * 2 + 3);
  CHECK(text.ends_with("é…"));
}

TEST_CASE("text in the help of a SARIF rule is no Markdown of its own") {
  Draft draft{"Your ticket"};
  draft.find(Level::warning, "house", "ticket", "Not *this* [x](y) <b>.").link =
      "https://example.com/a>b";
  const json rule = run_of({draft})["tool"]["driver"]["rules"][0];
  const std::string markdown = rule["help"]["markdown"];
  CHECK(markdown.find(R"(Not \*this\* \[x\](y) \<b\>.)") == 0);
  CHECK(markdown.find("(<https://example.com/a%3Eb>)") != std::string::npos);
}

TEST_CASE("every SARIF rule stands once, and results point at it") {
  Draft draft{"a b c"};
  draft.find(Level::error, "first", "a", "A.");
  draft.find(Level::error, "second", "b", "B.");
  draft.find(Level::error, "first", "c", "C.");
  const json run = run_of({draft, draft});
  REQUIRE(run["tool"]["driver"]["rules"].size() == 2);
  REQUIRE(run["results"].size() == 6);
  for (const json& found : run["results"]) {
    CHECK(run["tool"]["driver"]["rules"][found["ruleIndex"].get<std::size_t>()]["id"] ==
          found["ruleId"]);
  }
}

TEST_CASE("a SARIF place for something missing has no length") {
  Draft draft{"Hi,\nall is well."};
  draft.miss(Level::warning, "name", "all", "Say their name.");
  const json region = run_of({draft})["results"][0]["locations"][0]["physicalLocation"]["region"];
  CHECK(region["startColumn"] == region["endColumn"]);
  CHECK(region["charLength"] == 0);
  CHECK_FALSE(region.contains("snippet"));
}

TEST_CASE("a byte order mark counts neither as a column nor as a character in SARIF") {
  Draft draft{"\uFEFFYour ticket"};
  draft.find(Level::warning, "house", "ticket", "No.");
  const json region = run_of({draft})["results"][0]["locations"][0]["physicalLocation"]["region"];
  CHECK(region["startColumn"] == 6);
  CHECK(region["charOffset"] == 5);
}

TEST_CASE("paths become URIs") {
  for (const char* here : {"./replies/a.txt", ".//replies/a.txt", "././/./replies/a.txt"}) {
    CHECK(path_uri(here) == "replies/a.txt");
  }
  CHECK(path_uri("/tmp/é #1%.txt") == "file:///tmp/%C3%A9%20%231%25.txt");
  CHECK(path_uri("c:x?.txt") == "c%3Ax%3F.txt");
  CHECK(path_uri("<stdin>") == "%3Cstdin%3E");
}

TEST_CASE("an absolute path has no base in SARIF") {
  Draft draft{"ticket", "/tmp/a.txt"};
  draft.find(Level::warning, "house", "ticket", "No.");
  CHECK(run_of({draft})["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] ==
        json{{"uri", "file:///tmp/a.txt"}});
}

TEST_CASE("line hashes are those of code scanning") {
  CHECK(line_hash("", 1) == "c129715d7a2bc9a3:1");
  const std::string text = " a\nb\n  \t\tc\n d";
  CHECK(line_hash(text, 1) == "271789c17abda88f:1");
  CHECK(line_hash(text, 4) == "a23a3dc5e078b07b:1");
  CHECK(line_hash(" a\r\nb\r  \t\tc\n d", 1) == line_hash(text, 1));
  CHECK(line_hash(text, 5).empty());
}

TEST_CASE("lines with one hash are counted, and far lines have no say") {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "Thanks for your patience, we are looking into it.\n";
  CHECK(line_hash(text, 2) == line_hash(text, 1).substr(0, line_hash(text, 1).size() - 1) + "2");
  CHECK(line_hash(text + "More.\n", 1) == line_hash(text, 1));
  CHECK(line_hash(text + "More.\n", 12) != line_hash(text, 12));
}

TEST_CASE("the fingerprint of the words stays when the text around them changes") {
  Draft before{"Your ticket is here.\nThe ticket is new."};
  before.find(Level::warning, "house", "ticket", "No.");
  before.report.diagnostics.push_back(before.report.diagnostics[0]);
  Draft after{"Hi Ana,\n\nGood news: the ticket is ready."};
  after.find(Level::warning, "house", "ticket", "Other words.");
  Draft other_rule{"ticket"};
  other_rule.find(Level::warning, "home", "ticket", "No.");
  const json run = run_of({before, after, other_rule});
  CHECK(words_hash(run, 0) == words_hash(run, 2));
  CHECK(words_hash(run, 0) != words_hash(run, 1));
  CHECK(words_hash(run, 0) != words_hash(run, 3));
}

TEST_CASE("SARIF stops at what GitHub takes, and says so") {
  Draft draft{"ticket"};
  draft.find(Level::warning, "house", "ticket", "No.");
  draft.report.diagnostics.resize(25'003, draft.report.diagnostics[0]);
  const json run = run_of({draft});
  CHECK(run["results"].size() == 25'000);
  const std::string note =
      run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
  CHECK(note.find("3 more are left out") != std::string::npos);
  CHECK_FALSE(run_of({sample()})["invocations"][0].contains("toolExecutionNotifications"));
}

TEST_CASE("a SARIF run without findings has empty lists") {
  const json run = run_of({Draft{"fine"}});
  CHECK(run["results"] == json::array());
  CHECK(run["tool"]["driver"]["rules"] == json::array());
}

TEST_CASE("suppressed results say so in SARIF, and the others that they are not") {
  Draft draft = sample();
  const Diagnostic found = draft.report.diagnostics[0];
  draft.report.suppressed = {{found, Suppressed::By::comment, "Told so."},
                             {found, Suppressed::By::guide, "The law."},
                             {found, Suppressed::By::comment, ""}};
  const json results = run_of({draft})["results"];
  REQUIRE(results.size() == 4);
  CHECK(results[0]["suppressions"] == json::array());
  CHECK(results[1]["suppressions"] ==
        json::array({{{"kind", "inSource"}, {"justification", "Told so."}}}));
  CHECK(results[2]["suppressions"] ==
        json::array({{{"kind", "external"}, {"justification", "The law."}}}));
  CHECK(results[3]["suppressions"] == json::array({{{"kind", "inSource"}}}));
}

TEST_CASE("code scanning, which shows the message alone, is told the saved reply in it") {
  Draft draft{"your ticket"};
  draft.report.record.name = "Closing";
  draft.find(Level::warning, "house", "ticket", "No.");
  CHECK(written("sarif", {draft}).find(R"("message":{"text":"Closing: No."})") !=
        std::string::npos);
}
