#include <catch2/catch.hpp>

#include "output/reports.hpp"

using namespace tonelint;
using namespace tonelint::test;

namespace {

constexpr std::string_view head =
    "\uFEFFfile,line,column,level,rule,category,reply,id,words,message,rewrite,rewrite_is_safe\r\n";

/// The first finding as CSV.
std::string csv_row(const Draft& draft) {
  const std::string all = written("csv", {draft});
  REQUIRE(all.starts_with(head));
  return all.substr(head.size());
}

std::string one_message(std::string_view format, std::string message) {
  Draft draft{"words"};
  draft.find(Level::warning, "rule", "words", std::move(message));
  return written(format, {draft});
}

}  // namespace

TEST_CASE("a finding is a line for editors") {
  Draft draft{"Hi,\né stupid", "a.txt"};
  draft.report.record.name = "Closing";
  draft.find(Level::error, "insult", "stupid", "Don't.");
  CHECK(written("lines", {draft}) == "a.txt:2:3: error: Closing: Don't. [insult]\n");
}

TEST_CASE("a line for editors stays one line, and harmless") {
  CHECK(one_message("lines", "one\ntwo \x1b[31m").find("\x1b") == std::string::npos);
  const std::string line = one_message("lines", "one\ntwo");
  CHECK(line.find('\n') == line.size() - 1);
}

TEST_CASE("a finding as a row of a spreadsheet") {
  Draft draft{"your ticket", "a,b.txt", "77"};
  Diagnostic& found = draft.find(Level::warning, "house", "ticket", "Say \"conversation\".");
  found.category = "Words";
  found.rewrites = {{"your\nconversation", {}, true}};
  CHECK(csv_row(draft) ==
        "\"a,b.txt\",1,6,warning,house,Words,,77,ticket,\"Say \"\"conversation\"\".\","
        "\"your\nconversation\",yes\r\n");
}

TEST_CASE("no cell of a spreadsheet becomes a formula") {
  for (const std::string begin : {"=", "+", "-", "@", "\t", "\r"}) {
    CAPTURE(begin);
    CHECK(one_message("csv", begin + "1").find(",\"'" + begin + "1\",") != std::string::npos);
  }
}

TEST_CASE("a summary for a page, in full") {
  Draft draft{"your ticket is stupid", "a_b.txt"};
  draft.find(Level::suggestion, "house", "ticket", "Say *it*.").rewrites = {
      {"your <b>", {{{0, 1}, "x"}}, true}};
  draft.find(Level::error, "insult", "stupid", "Don't.");
  CHECK(written("markdown", {draft, Draft{"fine"}}) ==
        R"(### ❌ tonelint: 1 error, 0 warnings, 1 suggestion in 2 replies

1 reply wants a look; 1 is fine as written. `tonelint fix` mends 1 finding by itself.

| | Where | What | Better | Rule |
|---|---|---|---|---|
| ❌ error | a\_b.txt\:1 | Don't. |  | insult |
| 💡 suggestion | a\_b.txt\:1 | Say \*it\*. | your &lt;b\> | house |

<details><summary>By rule</summary>

| Rule | Findings |
|---|---:|
| house | 1 |
| insult | 1 |

</details>
)");
}

TEST_CASE("nobody is mentioned and nothing linked by a summary") {
  const std::string page = one_message("markdown", "@all see #1 and http://x");
  CHECK(page.find("@all") == std::string::npos);
  CHECK(page.find("#1") == std::string::npos);
  CHECK(page.find("http:") == std::string::npos);
}

TEST_CASE("a summary fits into a comment and says what it leaves out") {
  std::vector<Draft> drafts(300);
  for (Draft& draft : drafts) {
    draft.text = "words";
    draft.find(Level::error, "rule", "words", std::string(5000, 'x'));
  }
  const std::string page = written("markdown", drafts);
  CHECK(page.size() < 65'536);
  CHECK(line_with(page, "more stand") == "240 more stand in the full report.");
}
