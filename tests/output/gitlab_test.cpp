#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "output/reports.hpp"

using namespace tonelint;
using namespace tonelint::test;
using nlohmann::json;

namespace {

Draft draft_with(std::string text, std::string name = "a.txt") {
  Draft draft{std::move(text), std::move(name)};
  draft.find(Level::warning, "house", "ticket", "We say “conversation”.");
  return draft;
}

std::string fingerprint(const Draft& draft) {
  return json::parse(written("gitlab", {draft}))[0]["fingerprint"];
}

}  // namespace

TEST_CASE("a finding for GitLab in full") {
  Draft draft = draft_with("Hi,\nyour ticket", ".//./replies/a.txt");
  draft.report.record = {"Closing", "47", "/macros/0"};
  draft.report.diagnostics[0].rewrites = {{"your conversation", {}, true}};
  json report = json::parse(written("gitlab", {draft}));
  CHECK(report[0]["fingerprint"].get<std::string>().size() > 8);
  report[0].erase("fingerprint");
  CHECK(report == json::parse(R"json([{
    "description": "Closing (id 47): We say “conversation”. Better: your conversation (house)",
    "check_name": "house", "severity": "minor",
    "location": {"path": "replies/a.txt", "lines": {"begin": 2}}}])json"));
}

TEST_CASE("no finding is an empty list for GitLab") {
  CHECK(written("gitlab", {Draft{"fine"}}) == "[]\n");
}

TEST_CASE("GitLab knows a finding again when its line moves") {
  CHECK(fingerprint(draft_with("ticket")) == fingerprint(draft_with("Hello,\n\nmy ticket")));
}

TEST_CASE("the same words in another file, or again in this one, are another finding") {
  Draft twice = draft_with("ticket");
  twice.find(Level::warning, "house", "ticket", "Again.");
  Draft of_record = draft_with("ticket");
  of_record.report.record.id = "47";
  std::set<std::string> all;
  const json report =
      json::parse(written("gitlab", {twice, draft_with("ticket", "b.txt"), of_record}));
  for (const json& each : report) all.insert(each["fingerprint"]);
  CHECK(all.size() == 4);
}
