#include "checks/nicknames.hpp"

#include <catch2/catch.hpp>

namespace tonelint {

TEST_CASE("short and full forms of one name") {
  CHECK(same_person_forms("kate", "katherine"));
  CHECK(same_person_forms("catherine", "kathy"));
  CHECK(same_person_forms("bob", "robert"));
  CHECK(same_person_forms("william", "bill"));
  CHECK(same_person_forms("liz", "elizabeth"));
  CHECK(same_person_forms("pepe", "josé"));
  CHECK(same_person_forms("sasha", "aleksandra"));
  CHECK(same_person_forms("sasha", "alexander"));
  CHECK(same_person_forms("łukasz", "luke"));
}

TEST_CASE("two short forms and two spellings of one name") {
  CHECK(same_person_forms("kate", "katie"));
  CHECK(same_person_forms("catherine", "katherine"));
  CHECK(same_person_forms("noor", "noor"));
}

TEST_CASE("different names") {
  CHECK_FALSE(same_person_forms("alexander", "alexandra"));
  CHECK_FALSE(same_person_forms("kate", "robert"));
  CHECK_FALSE(same_person_forms("charles", "charlotte"));
  CHECK_FALSE(same_person_forms("daniel", "danielle"));
  CHECK_FALSE(same_person_forms("noor", "nora"));
}

TEST_CASE("a part of a name is not the name") {
  CHECK_FALSE(same_person_forms("bertie", "al bert"));
  CHECK_FALSE(same_person_forms("ober", "bob"));
  CHECK_FALSE(same_person_forms("rober", "bob"));
  CHECK_FALSE(same_person_forms("obert", "bob"));
  CHECK_FALSE(same_person_forms("", "bob"));
}

}  // namespace tonelint
