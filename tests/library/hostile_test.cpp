// Files that no helpdesk writes. A square of their size would take minutes: the test would not end.

#include <catch2/catch.hpp>

#include "library/files.hpp"
#include "times.hpp"

using namespace tonelint;
using namespace tonelint::testing;

TEST_CASE("a file is not tried again for each key that repeats another") {
  const std::string file = "{" + times(100000, "\"data\":0,") +
                           R"("macros":[{"title":"A","actions":[{"field":"comment_value",)"
                           R"("value":"Hi"}]}]})";
  CHECK(text_of(replies_of("macros.json", file)) == "A /macros/0/actions/0/value text: Hi\n");
}

TEST_CASE("tags without an end are none") {
  const std::string file =
      R"([{"name":"A","keywords":"","content":")" + times(4000000, "<a") + "\"}]";
  const auto replies = replies_of("modules.json", file);
  REQUIRE(replies.size() == 1);
  CHECK(replies[0].syntax == Syntax::text);
}
