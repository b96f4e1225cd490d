#include "text/overlap.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace tonelint;

TEST_CASE("A span overlaps one of many where it overlaps one of them") {
  const std::vector<Span> spans = {{7, 9}, {0, 5}, {1, 2}, {7, 7}, {12, 13}};
  const Overlap overlap(spans);
  for (std::uint32_t begin = 0; begin < 15; ++begin) {
    for (std::uint32_t end = begin; end < 15; ++end) {
      const Span span{begin, end};
      CAPTURE(begin, end);
      CHECK(overlap.any(span) == std::any_of(spans.begin(), spans.end(),
                                             [&](Span each) { return each.overlaps(span); }));
    }
  }
  CHECK_FALSE(Overlap({}).any({0, 1}));
}

TEST_CASE("Many spans do not take long to ask") {
  constexpr std::uint32_t many = 200000;  // Their square would take minutes.
  std::vector<Span> spans;
  for (std::uint32_t i = many; i > 0; --i) spans.push_back({2 * i, 2 * i + 1});
  const Overlap overlap(spans);
  std::uint32_t found = 0;
  for (std::uint32_t i = 0; i < 2 * many; ++i) found += overlap.any({i, i + 1});
  CHECK(found == many - 1);
}
