// Files of one reply, with front matter.

#include <catch2/catch.hpp>

#include "library/files.hpp"
#include "world.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

const std::string file =
    "---\nname: Late\nchannel: chat\nlanguage: en\n---\n# Hi\n\nVery **good**.\n";

}  // namespace

TEST_CASE("front matter names a reply, and is no part of it") {
  CHECK(text_of(replies_of("late.md", file)) == "Late  automatic chat: # Hi//Very **good**./\n");
  const auto replies = replies_of("late.md", file);
  REQUIRE(replies.size() == 1);
  const LoadedGuide& very =
      loaded(guide("good: {level: warning, find: {good: fine}, safe: true}\n"));
  const Report report = lint(*very.guide, replies[0]);
  REQUIRE(report.diagnostics.size() == 1);
  CHECK(report.diagnostics[0].position.line == 8);
  CHECK(report.diagnostics[0].position.column == 8);
  const SavedReplyFix fixed = fix(*very.guide, replies[0]);
  REQUIRE(fixed.edits.size() == 1);
  CHECK(fixed.edits[0].text == "fine");
  CHECK(file.substr(fixed.edits[0].span.begin, fixed.edits[0].span.size()) == "good");
}

TEST_CASE("a reply can be left out, and a mistake in front matter is told") {
  Library library({.name = "a.txt", .bytes = "---\nskip: yes\n---\nHi\n"});
  CHECK(replies_of(library).empty());
  CHECK(library.skipped() == 1);
  CHECK(text_of(replies_of("a.txt", "---\nname: \"A\n---\nHi\n")) ==
        "  [2:7 input/not-yaml]\n  automatic: Hi/\n");
  CHECK_FALSE(has_front_matter("---\nHi\n"));
  CHECK_FALSE(has_front_matter("Hi\n---\na: b\n---\n"));
}
