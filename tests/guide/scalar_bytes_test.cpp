#include "guide/scalar_bytes.hpp"

#include <catch2/catch.hpp>

#include "guide_text.hpp"

using namespace tonelint;
using namespace tonelint::guide_test;

namespace {

/// What stands in the file for some words of the message of a rule that is written as `scalar`.
std::string written(const std::string& scalar, const std::string& words) {
  const auto guide = read("rules:\n  a:\n    message: " + scalar + "\n    find: x\n");
  REQUIRE(guide.rules.size() == 1);
  const Text& message = guide.rules[0].message;
  const std::size_t begin = message.value.find(words);
  REQUIRE(begin != std::string::npos);
  const Span bytes{static_cast<std::uint32_t>(begin),
                   static_cast<std::uint32_t>(begin + words.size())};
  const Place place = place_within(guide, message, bytes);
  return std::to_string(place.position.line) + ":" + std::to_string(place.position.column) + " " +
         guide.files[0].bytes.substr(place.span.begin, place.span.size());
}

/// The bytes of the whole scalar.
std::string whole(const std::string& scalar) {
  const auto guide = read("rules:\n  a:\n    message: " + scalar + "\n    find: x\n");
  REQUIRE(guide.rules.size() == 1);
  const Span span = guide.rules[0].message.place.span;
  return guide.files[0].bytes.substr(span.begin, span.size());
}

}  // namespace

TEST_CASE("words of a scalar are found in the file however it is written") {
  CHECK(written("one two three", "two") == "3:18 two");
  CHECK(written("'it''s two'", "two") == "3:21 two");
  CHECK(written("'it''s two'", "t's") == "3:16 t''s");
  CHECK(written(R"("a\tb \"two\" c")", "two") == "3:22 two");
  CHECK(written(R"("\u00e9\x41\U0001F600 two")", "two") == "3:36 two");
  CHECK(written("é — two", "two") == "3:18 two");
  CHECK(written("one\n      two three", "three") == "4:11 three");
  CHECK(written("one\n\n\n      two three", "three") == "6:11 three");
  CHECK(written("\"one\n\n      two\\\n      three\"", "two") == "5:7 two");
  CHECK(written("\"one\n\n      two\\\n      three\"", "three") == "6:7 three");
  CHECK(written(">-\n      one\n      two three", "three") == "5:11 three");
  CHECK(written("|\n      one\n\n        two\n      three", "two") == "6:9 two");
  CHECK(written("| # why\n      one\n\n        two\n      three", "three") == "7:7 three");
}

TEST_CASE("the span of a scalar is all of it, with its quotation marks") {
  CHECK(whole("one two  # no") == "one two");
  CHECK(whole("\"one \\\"two\\\"\"  # no") == "\"one \\\"two\\\"\"");
  CHECK(whole("'it''s'") == "'it''s'");
  CHECK(whole("'x'''") == "'x'''");
  CHECK(whole("one\n      two # no") == "one\n      two");
  CHECK(whole("|\n      one\n      two\n") == "|\n      one\n      two");
  CHECK(whole("&m !!str \"x\"") == "\"x\"");
}
