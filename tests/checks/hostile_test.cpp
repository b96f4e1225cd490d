#include <catch2/catch.hpp>

#include "checks/world.hpp"
#include "times.hpp"

// Of each draft a cost that grows by the square would take minutes: the test would not end.
namespace tonelint::testing {
namespace {

/// Words that are all different: 50,000 with what stands before and behind each.
std::string words(std::string_view before, char first, std::string_view behind) {
  std::string out;
  for (int i = 0; i < 50000; ++i) {
    out += before;
    for (int rest = i, k = 0; k < 4; ++k, rest /= 20) out += static_cast<char>(first + rest % 20);
    out += behind;
  }
  return out;
}

}  // namespace

TEST_CASE("Addresses do not take long to find in a draft without spaces") {
  CHECK(detect("link", "s: " + times(300000, "-ht")).empty());
  CHECK(detect("link", "s: " + times(200000, "-http:")).empty());
  CHECK(detect("link", "See " + times(100000, "-htt-htp") + "-http://localhost/a") ==
        Lines{"http://localhost/a"});
}

TEST_CASE("Numbers of somebody else do not take long to find") {
  const auto found = [](std::string_view draft, std::string message) {
    return detect("foreign-data", draft, {{"numbers", 1}},
                  {.message = message, .thread = {message}});
  };
  CHECK(found(times(100000, "order-"), "Where is order 10023?").empty());
  CHECK(found("Your " + times(50000, "order-") + "12345 left.", "Where is order 10023?").size() ==
        1);
  std::string all;
  for (int i = 0; i < 30000; ++i) all += "order A" + std::to_string(10000 + i) + " ";
  CHECK(found(times(10000, "Your order B1000 left. "), "Where is " + all).empty());
}

TEST_CASE("Secrets do not take long to find in a draft without spaces") {
  CHECK(detect("secret", "s: " + times(300000, "-ht")).empty());
  CHECK(detect("secret", "s: " + times(200000, "sk-")).empty());
  CHECK(detect("secret", "s: " + times(100000, "eyJa1-")).empty());
  CHECK(detect("secret", times(100000, "password:*") + " password: hunter22") == Lines{"hunter22"});
}

TEST_CASE("Many words in capitals do not take long to judge") {
  const std::string shouted = words("Q", 'A', " ");
  const auto found = [&](std::string message) {
    return detect("capitals", shouted + "and qaaaa.", {{"letters", 4}}, {.message = message});
  };
  CHECK(found("") == Lines{"QAAAA → Qaaaa"});
  CHECK(found("My qbaaa " + times(200000, "x ")) == Lines{"QAAAA → Qaaaa", "QBAAA → qbaaa"});
}

TEST_CASE("Many words of attaching in a sentence do not take long to judge") {
  const auto found = [](std::string_view draft) {
    return detect("attachment", draft, {}, {.attachments = 0U});
  };
  CHECK(found(times(60000, "attach ") + "and I attach") == Lines{"attach"});
  CHECK(found("I did not " + times(60000, "attach ") + "and I attach").empty());
}

TEST_CASE("A long answer to a long message does not take long to compare") {
  const auto found = [](std::string_view detector, std::string_view draft, std::string message) {
    return detect(detector, draft, {}, {.message = std::move(message)}).size();
  };
  const std::string theirs = words("Is it qx", 'a', "? ");
  const std::string ours = words("qy", 'a', " ");
  CHECK(found("question-unanswered", ours + "and qxaaaa.", theirs) == 49999);
  CHECK(found("detail-echo", ours, theirs) == 1);
}

}  // namespace tonelint::testing
