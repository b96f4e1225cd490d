#include <catch2/catch.hpp>

#include "input/reader.hpp"

using namespace tonelint;

TEST_CASE("smoke") {
  Reply reply;
  readers()[0].read("Hi Priya,\n\nSteps:\n1. one\n2. two\n\nBye\n", reply);
  CHECK(reply.blocks.size() == 5);
}
