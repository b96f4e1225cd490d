#include <catch2/catch.hpp>

#include "checks/world.hpp"

namespace tonelint::testing {

TEST_CASE("a word that stands twice") {
  const auto found = [](std::string_view draft) { return detect("repeated-word", draft); };
  CHECK(found("I sent the the label.") == Lines{"the the → the"});
  CHECK(found("I sent it to\nto your old address.") == Lines{"to\nto → to"});
  CHECK(found("The the label is on its way.") == Lines{"The the → The"});
  CHECK(found("You you can print and and fold it.") == Lines{"You you → You", "and and → and"});
}

TEST_CASE("a word that may stand twice") {
  for (const char* draft : {
           "If I had had the number, I'd have called.",
           "I know that that label is late.",
           "Thanks a lot, bye bye!",
           "It was very very late.",
           "No no, that's ours to fix.",
           "The amount is 20 20.",
           "Your ticket for Duran Duran is here.",
           "You can log in in a minute.",
           "It is the best. Best of all, it's free.",
           "Print it, it is free.",
           "The label says “the the”.",
       }) {
    INFO(draft);
    CHECK(detect("repeated-word", draft).empty());
  }
}

TEST_CASE("a passage that stands twice") {
  const auto found = [](std::string_view draft) { return detect("repeated-passage", draft); };
  CHECK(
      found("Hi Ana,\n\nYour refund is on its way today. I've told the bank. Your refund is on its "
            "way, today!") == Lines{"Your refund is on its way, today! → "});
  CHECK(
      found(
          "Hi Ana,\n\nThe lamp left today. It comes on Monday.\n\nWrite to me if not.\n\nThe lamp "
          "left today. It comes on Monday.") ==
      Lines{"The lamp left today. It comes on Monday. → "});
}

TEST_CASE("a passage that may stand twice") {
  for (const char* draft : {
           "Hi Ana,\n\nIt left today. I told them. It left today.",  // Too short to tell.
           "Do this:\n\n- Press Save and wait for the green light.\n- Enter the code.\n- Press "
           "Save "
           "and wait for the green light.",
           "Hi Ana,\n\nYour refund is on its way today. Your lamp is on its way today.",
       }) {
    INFO(draft);
    CHECK(detect("repeated-passage", draft).empty());
  }
}

}  // namespace tonelint::testing
