// What is said of a saved reply is said in places of its file.

#include <catch2/catch.hpp>

#include "library/files.hpp"
#include "world.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

const std::string very =
    guide("very: {level: warning, find: {\"very good\": \"“good”\"}, safe: yes}\n");

std::string bytes_at(std::string_view file, Span span) {
  return std::string(file.substr(span.begin, span.size()));
}

}  // namespace

TEST_CASE("a finding stands in the file, and so does its rewrite") {
  const std::string file =
      "[\n {\"id\": 7, \"name\": \"Praise\", \"mailbox_id\": 1,\n"
      "  \"text\": \"<p>Caf\\u00e9 \\/ v&#101;ry\\u0020good</p>\"}]";
  const auto replies = replies_of("replies.json", file);
  REQUIRE(replies.size() == 1);
  const Report report = lint(*loaded(very).guide, replies[0]);
  REQUIRE(report.diagnostics.size() == 1);
  const Diagnostic& found = report.diagnostics[0];
  CHECK(bytes_at(file, found.span) == "v&#101;ry\\u0020good");
  CHECK(found.match == "very good");
  CHECK(found.position.line == 3);
  CHECK(found.position.column == 28);
  CHECK(report.record == Record{"Praise", "7", "/0/text", "1"});
  REQUIRE(found.rewrites.size() == 1);
  REQUIRE(found.rewrites[0].edits.size() == 1);
  CHECK(found.rewrites[0].edits[0] == Edit{found.span, "\\u201cgood\\u201d"});
}

TEST_CASE("a saved reply is a template, with the channel of its file") {
  const std::string rules = guide("a: {missing: nothing, only: {template: yes, channel: chat}}\n");
  const std::string file =
      R"([{"id": 1, "name": "A", "text": "Hi there.", "chatText": "Hi there."}])";
  std::string said;
  for (const SavedReply& reply : replies_of("saved.json", file)) {
    said += std::to_string(
        lint(*loaded("cues:\n  nothing: [xyzzy]\n" + rules).guide, reply).diagnostics.size());
  }
  CHECK(said == "01");
}
