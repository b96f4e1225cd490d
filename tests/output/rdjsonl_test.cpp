#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "output/reports.hpp"

using namespace tonelint;
using namespace tonelint::test;
using nlohmann::json;

namespace {

std::vector<json> lines_of(const std::vector<Draft>& drafts) {
  std::vector<json> all;
  std::istringstream text(written("rdjsonl", drafts));
  for (std::string line; std::getline(text, line);) all.push_back(json::parse(line));
  return all;
}

/// The bytes of a range, found as reviewdog finds them: by line feeds and columns in bytes.
std::string bytes_at(const std::string& text, const json& range) {
  const auto offset = [&](const json& place) {
    std::size_t begin = 0;
    for (int line = 1; line < place["line"].get<int>(); ++line) begin = text.find('\n', begin) + 1;
    return begin + place["column"].get<std::size_t>() - 1;
  };
  const std::size_t begin = offset(range["start"]);
  return text.substr(begin, offset(range["end"]) - begin);
}

}  // namespace

TEST_CASE("a finding for reviewdog in full") {
  Draft draft{"Hi 😀,\nyour 😀 ticket", "replies/a.txt"};
  Diagnostic& found = draft.find(Level::warning, "house", "ticket", "We say “conversation”.");
  found.why = "People are no numbers.";
  found.link = "https://example.com/";
  found.rewrites = {{"your conversation", {{found.span, "conversation"}}, true}};
  CHECK(written("rdjsonl", {draft}) ==
        R"({"message":"We say “conversation”. People are no numbers.",)"
        R"("location":{"path":"replies/a.txt",)"
        R"("range":{"start":{"line":2,"column":11},"end":{"line":2,"column":17}}},)"
        R"("severity":"WARNING","source":{"name":"tonelint"},)"
        R"("code":{"value":"house","url":"https://example.com/"},)"
        R"("suggestions":[{"range":{"start":{"line":2,"column":11},"end":{"line":2,"column":17}},)"
        R"("text":"conversation"}]})"
        "\n");
}

TEST_CASE("columns for reviewdog are bytes, and ends are not part of the range") {
  const std::string mark = GENERATE(std::string(), std::string("\uFEFF"));
  Draft draft{mark + "é 😀 one\r\né two\n"};
  draft.find(Level::error, "rule", "one", "No.");
  draft.find(Level::error, "rule", "é two", "No.");
  draft.find(Level::error, "rule", "one\r\né", "No.");
  const auto lines = lines_of({draft});
  REQUIRE(lines.size() == 3);
  CHECK(bytes_at(draft.text, lines[0]["location"]["range"]) == "one");
  CHECK(bytes_at(draft.text, lines[1]["location"]["range"]) == "é two");
  CHECK(bytes_at(draft.text, lines[2]["location"]["range"]) == "one\r\né");
}

TEST_CASE("each level has its severity") {
  Draft draft{"a b c"};
  draft.find(Level::error, "rule", "a", "A.");
  draft.find(Level::warning, "rule", "b", "B.");
  draft.find(Level::suggestion, "rule", "c", "C.");
  const auto lines = lines_of({draft});
  CHECK(lines[0]["severity"] == "ERROR");
  CHECK(lines[1]["severity"] == "WARNING");
  CHECK(lines[2]["severity"] == "INFO");
}

TEST_CASE("several edits become one suggestion, with what stands between them") {
  Draft draft{"one <b>two</b> three"};
  draft.find(Level::error, "rule", "two", "No.").rewrites = {
      {"1 two 3", {{{0, 3}, "1"}, {{15, 20}, "3"}}, true}, {"only shown", {}, false}};
  const json suggestions = lines_of({draft})[0]["suggestions"];
  REQUIRE(suggestions.size() == 1);
  CHECK(suggestions[0]["text"] == "1 <b>two</b> 3");
  CHECK(bytes_at(draft.text, suggestions[0]["range"]) == draft.text);
}

TEST_CASE("an insertion for reviewdog has an empty range") {
  Draft draft{"Hi,\nall is well."};
  draft.miss(Level::warning, "name", "all", "Say it.").rewrites = {
      {"Sorry. all", {{{4, 4}, "Sorry. "}}, false}};
  const json range = lines_of({draft})[0]["suggestions"][0]["range"];
  CHECK(range["start"] == json{{"line", 2}, {"column", 1}});
  CHECK(range["end"] == range["start"]);
}
