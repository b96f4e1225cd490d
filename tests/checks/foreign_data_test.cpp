#include <catch2/catch.hpp>

#include "checks/world.hpp"

namespace tonelint::testing {
namespace {

Lines emails(std::string_view draft, std::vector<std::string> thread, std::string brand = {}) {
  return detect("foreign-data", draft, {{"emails", 1}},
                {.message = "When does it come?", .brand = brand, .thread = std::move(thread)});
}
Lines numbers(std::string_view draft, std::vector<std::string> thread) {
  return detect("foreign-data", draft, {{"numbers", 1}},
                {.message = "When does it come?", .thread = std::move(thread)});
}

}  // namespace

TEST_CASE("an address of somebody else") {
  CHECK(emails("I've sent it to tom.boyd@gmail.com.", {"I'm ana@gmail.com."}) ==
        Lines{"tom.boyd@gmail.com"});
}

TEST_CASE("addresses that may stand in a reply") {
  CHECK(emails("I've sent it to Ana@gmail.com.", {"I'm ana@gmail.com."}).empty());
  CHECK(emails("Write to ines@acme.example.", {"I'm ana@gmail.com."}).empty());
  CHECK(emails("Write to potters.support@gmail.com.", {"Hi"}).empty());
  CHECK(emails("Write to the.pottery@gmail.com.", {"Hi"}, "pottery").empty());
  CHECK(emails("I've sent it to tom.boyd@gmail.com.", {}).empty());  // No thread, no telling.
  CHECK(detect("foreign-data", "I've sent it to tom.boyd@gmail.com.", {}, {.thread = {"Hi"}})
            .empty());
}

TEST_CASE("a number of somebody else") {
  CHECK(numbers("Your order #10042 leaves today.", {"Where is order 10024?"}) == Lines{"10042"});
  CHECK(numbers("Booking no. AB-20417 is confirmed.", {"My booking: AB-20471."}) ==
        Lines{"AB-20417"});
}

TEST_CASE("numbers that may stand in a reply") {
  const std::vector<std::string> thread = {"Where is order 10024?"};
  CHECK(numbers("Your order #10024 leaves today.", thread).empty());
  CHECK(numbers("Your new order is 10042.", thread).empty());
  CHECK(numbers("I've placed order 10042 in place of 10024.", thread).empty());
  CHECK(numbers("Order 10024 leaves today, order 10042 on Monday.", thread).empty());
  CHECK(numbers("Invoice 20417 is attached.", thread).empty());  // They named none.
  CHECK(numbers("Your order of 2026 leaves today.", thread).empty());
  CHECK(numbers("Preorders 10042 leave today.", thread).empty());
}

}  // namespace tonelint::testing
