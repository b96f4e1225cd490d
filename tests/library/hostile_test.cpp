// Files that no helpdesk writes. A square of their size would take minutes: the test would not end.

#include <catch2/catch.hpp>

#include "library/files.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  for (; count > 0; --count) out += text;
  return out;
}

}  // namespace

TEST_CASE("a file is not tried again for each key that repeats another") {
  const std::string file = "{" + times(100000, "\"data\":0,") +
                           R"("macros":[{"title":"A","actions":[{"field":"comment_value",)"
                           R"("value":"Hi"}]}]})";
  CHECK(text_of(replies_of("macros.json", file)) == "A /macros/0/actions/0/value text: Hi\n");
}
