#include <catch2/catch.hpp>

#include "has.hpp"
#include "output/reports.hpp"

using namespace tonelint;
using namespace tonelint::test;

namespace {

Draft in_branch(std::string branch) {
  Draft draft{"so bad"};
  draft.find(Level::error, "rule", "bad", "Message.").branch = std::move(branch);
  return draft;
}

}  // namespace

TEST_CASE("every format that shows findings says in which branch one is so") {
  for (const Format& format : formats()) {
    const std::string out = written(format.name, {in_branch("{% else %}")});
    if (!has(out, "Message.")) continue;
    INFO(format.name << "\n" << out);
    CHECK(has(out, "branch"));
    CHECK(!has(written(format.name, {in_branch("")}), "branch"));
  }
}

TEST_CASE("how the branch of a finding is written") {
  const Draft draft = in_branch("{% else %}");
  CHECK(has(written("json", {draft}), R"("branch":"{% else %}")"));
  CHECK(has(written("lines", {draft}), "Message. (in the branch {% else %})"));
  CHECK(has(written("terminal", {draft}), "rule in the branch {% else %}\n"));
}
