// Fixing a library changes the texts of its replies and nothing else.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "library/files.hpp"
#include "world.hpp"

using namespace tonelint;
using namespace tonelint::testing;
using Json = nlohmann::json;

namespace {

const Guide& shorter() {
  return *loaded(guide("state: {level: warning, find: {As already stated: 'As you \"know\"'}, "
                       "safe: true}\n"
                       "late: {level: warning, find: {sorry: afraid}, safe: true}\n"))
              .guide;
}

/// A library after its fix, and how often it was fixed.
std::pair<std::string, std::size_t> fixed(const std::string& name, std::string bytes) {
  std::vector<Edit> edits;
  std::size_t count = 0;
  for (const SavedReply& reply : replies_of(name, bytes)) {
    SavedReplyFix of = fix(shorter(), reply);
    count += of.fixed;
    edits.insert(edits.end(), of.edits.begin(), of.edits.end());
  }
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    bytes.replace(edit->span.begin, edit->span.size(), edit->text);
  }
  return {bytes, count};
}

}  // namespace

TEST_CASE("what a fix changes in JSON is the texts alone") {
  std::size_t all = 0;
  for (const char* name :
       {"zendesk-macros.json", "freshdesk-canned_responses.json", "helpscout-saved-replies.json",
        "intercom-macros.json", "front-message_templates.json", "gorgias-macros.json",
        "zammad-text_modules.json", "chatwoot-canned_responses.json",
        "freescout-saved_replies.json", "uvdesk-saved_replies.json",
        "discourse-canned_replies.json"}) {
    INFO(name);
    const std::string before = fixture(name);
    const auto [after, count] = fixed(name, before);
    all += count;
    CHECK((count > 0) == (before != after));
    Json was = Json::parse(before);
    Json now = Json::parse(after);
    for (const SavedReply& reply : replies_of(name, before)) {
      const Json::json_pointer pointer(reply.record.pointer);
      was[pointer] = now[pointer] = "";
    }
    CHECK(was == now);
    CHECK(fixed(name, after).first == after);
  }
  CHECK(all >= 10);
}

TEST_CASE("what a fix changes in CSV and YAML is the texts alone") {
  for (const char* name : {"zammad-text_modules.csv", "osticket-premade.yaml"}) {
    INFO(name);
    const std::string before = fixture(name);
    const auto [after, count] = fixed(name, before);
    CHECK(count == 2);
    const auto was = replies_of(name, before);
    const auto now = replies_of(name, after);
    REQUIRE(was.size() == now.size());
    std::size_t from = 0, to = 0;
    for (std::size_t i = 0; i < was.size(); ++i) {
      CHECK(before.substr(from, was[i].written.begin - from) ==
            after.substr(to, now[i].written.begin - to));
      CHECK(now[i].text() != was[i].text());
      from = was[i].written.end;
      to = now[i].written.end;
    }
    CHECK(before.substr(from) == after.substr(to));
  }
}
