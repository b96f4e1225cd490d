#include "text/source_map.hpp"

#include <catch2/catch.hpp>

using namespace tonelint;
using Kind = SourceMap::Piece::Kind;

namespace {

/// `<p>it&rsquo;s <b>so</b></p><p>late` is read as "it’s so\n\nlate".
SourceMap example() {
  SourceMap map;
  map.verbatim(3, 2);        // it
  map.replaced({5, 12}, 3);  // ’
  map.verbatim(12, 2);       // "s "
  map.verbatim(17, 2);       // so
  map.inserted(19, 2);       // the blank line
  map.verbatim(30, 4);       // late
  return map;
}

}  // namespace

TEST_CASE("An identity map only moves spans") {
  const SourceMap map = SourceMap::identity(3);
  CHECK(map.is_identity());
  CHECK(map.pieces().empty());
  CHECK(map.to_source({2, 5}) == Span{5, 8});
  CHECK(map.to_source({2, 2}) == Span{5, 5});
  CHECK(map.editable({0, 7}) == Span{3, 10});
}

TEST_CASE("Pieces that go on where the last ended are one piece") {
  SourceMap map;
  map.verbatim(4, 2);
  map.verbatim(6, 3);
  map.inserted(9, 1);
  map.inserted(9, 1);
  map.verbatim(9, 0);
  map.verbatim(10, 1);
  REQUIRE(map.pieces().size() == 3);
  CHECK(map.pieces()[0].source == Span{4, 9});
  CHECK(map.pieces()[1].size == 2);
  CHECK(map.pieces()[2].text == 7);
}

TEST_CASE("Spans of the text are found in the source") {
  struct Case {
    std::string what;
    Span text, source;
  };
  const Case cases[] = {
      {"within a verbatim piece", {0, 1}, {3, 4}},
      {"over an entity", {0, 6}, {3, 13}},
      {"a part of an entity is all of it", {3, 4}, {5, 12}},
      {"over a tag", {5, 9}, {12, 19}},
      {"the blank line is no bytes", {9, 11}, {19, 19}},
      {"over the blank line", {7, 13}, {17, 32}},
      {"from within the blank line", {10, 12}, {19, 31}},
      {"the place before a word is behind the tag", {7, 7}, {17, 17}},
      {"the place behind a block is where it ends", {9, 9}, {19, 19}},
      {"the place before a block is where it begins", {11, 11}, {30, 30}},
      {"the end of the text", {15, 15}, {34, 34}},
      {"to the end of the text", {11, 15}, {30, 34}},
  };
  const SourceMap map = example();
  for (const Case& each : cases) {
    CAPTURE(each.what);
    CHECK(map.to_source(each.text) == each.source);
  }
}

TEST_CASE("Only whole text without gaps can be edited") {
  struct Case {
    std::string what;
    Span text;
    std::optional<Span> source;
  };
  const Case cases[] = {
      {"a part of a word", {0, 1}, Span{3, 4}},
      {"a word with an entity", {0, 6}, Span{3, 13}},
      {"the entity alone", {2, 5}, Span{5, 12}},
      {"half of an entity", {0, 3}, std::nullopt},
      {"the place within an entity", {3, 3}, std::nullopt},
      {"over a tag", {5, 9}, std::nullopt},
      {"the word in the tag", {7, 9}, Span{17, 19}},
      {"the blank line", {9, 11}, std::nullopt},
      {"over the blank line", {7, 15}, std::nullopt},
      {"the place before the blank line", {9, 9}, Span{19, 19}},
      {"the place within the blank line", {10, 10}, std::nullopt},
      {"the end of the text", {15, 15}, Span{34, 34}},
  };
  const SourceMap map = example();
  for (const Case& each : cases) {
    CAPTURE(each.what);
    CHECK(map.editable(each.text) == each.source);
  }
}

TEST_CASE("An empty map answers for the empty text") {
  const SourceMap map;
  CHECK(map.to_source({0, 0}) == Span{0, 0});
  CHECK(map.editable({0, 0}) == Span{0, 0});
}

TEST_CASE("A cleared map begins again") {
  SourceMap map = example();
  map.clear();
  map.replaced({1, 6}, 1);
  REQUIRE(map.pieces().size() == 1);
  CHECK(map.pieces()[0].text == 0);
  CHECK(map.pieces()[0].kind == Kind::replaced);
}
