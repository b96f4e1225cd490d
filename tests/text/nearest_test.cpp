#include "text/nearest.hpp"

#include <catch2/catch.hpp>
#include <string>

using tonelint::edit_distance;
using tonelint::nearest;

TEST_CASE("one letter more, less, other or swapped is a distance of one") {
  CHECK(edit_distance("limit", "limit", 3) == 0);
  CHECK(edit_distance("limit", "limits", 3) == 1);
  CHECK(edit_distance("limit", "limt", 3) == 1);
  CHECK(edit_distance("limit", "lamit", 3) == 1);
  CHECK(edit_distance("limit", "limti", 3) == 1);
  CHECK(edit_distance("Limit", "lIMIT", 3) == 0);
  CHECK(edit_distance("message", "mesage", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
}

TEST_CASE("a distance above the limit is the limit and one") {
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("abc", "xyz", 1) == 2);
  CHECK(edit_distance("", "abcd", 2) == 3);
  CHECK(edit_distance(std::string(100, 'a'), std::string(100, 'a'), 2) == 3);
}

TEST_CASE("the nearest word is the one that was meant") {
  constexpr std::string_view keys[] = {"find", "missing", "limit", "detect", "message",
                                       "why",  "in",      "at",    "max",    "min"};
  CHECK(nearest("mesage", keys) == "message");
  CHECK(nearest("Message", keys) == "message");
  CHECK(nearest("fnd", keys) == "find");
  CHECK(nearest("mx", keys) == "max");
  CHECK(nearest("mon", keys) == "min");
  CHECK(nearest("limits", keys) == "limit");
}

TEST_CASE("what is far from all words was not meant to be one of them") {
  constexpr std::string_view keys[] = {"find", "limit", "at", "in"};
  CHECK(nearest("colour", keys).empty());
  CHECK(nearest("xy", keys).empty());
  CHECK(nearest("", keys).empty());
  CHECK(nearest("find", {}).empty());
}
