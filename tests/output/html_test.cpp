#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "output/reports.hpp"

using namespace tonelint;
using namespace tonelint::test;
using nlohmann::json;

namespace {

/// What stands in the page as JSON under an id.
json data(const std::string& page, const std::string& id) {
  const std::string open = "<script type=\"application/json\" id=\"" + id + "\">";
  const std::size_t begin = page.find(open) + open.size();
  return json::parse(page.substr(begin, page.find("</script>", begin) - begin));
}

Draft shown(std::string text) {
  Draft draft{text};
  draft.report.text = std::move(text);
  return draft;
}

}  // namespace

TEST_CASE("the page holds replies, their findings in UTF-16, and the rules they name") {
  Draft draft = shown("Hi 😀, your ticket");
  Diagnostic& found = draft.find(Level::warning, "house", "ticket", "No.");
  found.in_text = found.span;
  found.category = "Words";
  found.rewrites = {{"your conversation", {}, true}};
  const std::string page = written("html", {draft, shown("fine")});
  CHECK(data(page, "replies")[0]["findings"] == json::parse(R"json([{"rule": 0,
    "level": "warning", "begin": 12, "end": 18, "line": 1, "column": 12, "message": "No.",
    "rewrites": ["your conversation"], "safe": true}])json"));
  CHECK(data(page, "replies")[1]["text"] == "fine");
  CHECK(data(page, "rules")[0]["id"] == "house");
  CHECK(page.ends_with("</html>\n"));
}

TEST_CASE("no text ends the script that holds it") {
  const std::string text = "</script><!--<script>";
  const std::string page = written("html", {shown(text)});
  CHECK(data(page, "replies")[0]["text"] == text);
}
