#include "text/glob.hpp"

#include <catch2/catch.hpp>
#include <string>

using tonelint::matches_path;

TEST_CASE("a pattern means the paths that it should") {
  struct Case {
    std::string pattern, path;
    bool matches;
  };
  const Case cases[] = {
      {"refund", "refund", true},
      {"refund", "refunds", false},
      {"refund.md", "replies/refund.md", true},
      {"fund.md", "replies/refund.md", false},
      {"legal/refund.md", "/srv/replies/legal/refund.md", true},
      {"*.md", "replies/refund.md", true},
      {"*.md", "refund.md.txt", false},
      {"legal/*", "replies/legal/refund.md", true},
      {"legal/*", "replies/legal/old/refund.md", false},
      {"legal/**", "replies/legal/old/refund.md", true},
      {"**/*.html", "refund.html", false},
      {"macro-??", "macro-42", true},
      {"macro-??", "macro-4/", false},
      {"a*b*c", "axxbyyc", true},
      {"a*b*c", "axxbyy", false},
      {"*", "", true},
      {"", "x", false},
  };
  for (const Case& each : cases) {
    CAPTURE(each.pattern, each.path);
    CHECK(matches_path(each.pattern, each.path) == each.matches);
  }
}
