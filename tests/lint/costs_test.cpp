// What checking costs is added up by rule, with a clock that the caller brings.

#include <catch2/catch.hpp>

#include "world.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

std::uint64_t ticks = 0;

/// Every look at it takes one.
std::uint64_t tick() { return ++ticks; }

}  // namespace

TEST_CASE("costs: each rule that was asked, and what all share") {
  const Guide compiled =
      loaded(guide("a: {find: [x]}\nb: {find: [y]}\nc: {limit: words, max: 9}\nd: {find: [x], "
                   "only: {channel: chat}}"))
          .guide.value();
  Costs costs{.now = tick};
  const auto time_of = [&](std::string_view rule) {
    std::uint64_t time = 0;
    for (const Costs::Rule& each : costs.rules) time += each.id == rule ? each.time : 0;
    return time;
  };
  static_cast<void>(lint(compiled, {"a.txt", "an x and another x"}, {}, {.costs = &costs}));
  CHECK(costs.reading == 1);
  CHECK(costs.scanning == 1);
  CHECK(time_of("a") == 3);  // judged once, told of twice
  CHECK(time_of("b") == 0);  // none of its words is there
  CHECK(time_of("c") == 1);
  CHECK(time_of("d") == 0);  // not asked: it speaks of chats alone
  const std::uint64_t rest = costs.rest;
  static_cast<void>(lint(compiled, {"a.txt", "a y"}, {}, {.costs = &costs}));
  CHECK(costs.scanning == 2);
  CHECK(time_of("a") == 3);
  CHECK(time_of("b") == 2);
  CHECK(time_of("c") == 2);
  CHECK(costs.rest == 2 * rest);
}
