#include <catch2/catch.hpp>

#include "checks/world.hpp"

namespace tonelint::testing {
namespace {

Lines actions(std::string_view draft) {
  return detect("step-actions", draft, {{"max", 2}}, {}, "reply.md");
}
Lines late(std::string_view draft, std::string message) {
  return detect("late-answer", draft, {{"max", 20}}, {.message = std::move(message)});
}
Lines headings(std::string_view draft, double max, std::string_view file = "reply.md") {
  return detect("no-headings", draft, {{"max", max}}, {}, file);
}

constexpr std::string_view history =
    "Hi Ana,\n\nThe kettle came to us in spring with the first series, and the lid was made by "
    "another house until May, which is why there are two kinds of it. ";

}  // namespace

TEST_CASE("a step of a list that is several") {
  CHECK(actions("1. Open Settings, pick Sync, and press Save.\n2. Restart the app.") ==
        Lines{"Open Settings, pick Sync, and press Save."});
}

TEST_CASE("steps of a list that are one or a pair") {
  CHECK(actions("1. Open Settings.\n2. Copy and paste the name, then press Save.").empty());
  CHECK(actions("1. Copy the name and paste it.\n2. Press Save.").empty());
  CHECK(actions("Open Settings, pick Sync, and press Save.").empty());  // No list.
}

TEST_CASE("an answer far down") {
  const char* question = "Hello, does the lid fit the old kettle?";
  CHECK(late(std::string(history) + "Yes, it fits.", question) == Lines{"Yes, it fits."});
  CHECK(late(std::string(history) + "To answer your question, it does.", question).size() == 1);
  CHECK(late(std::string(history) + "No, it doesn't.", "Hi! So is it the same lid?").size() == 1);
}

TEST_CASE("an answer in its place") {
  const char* question = "Does the lid fit the old kettle?";
  CHECK(late("Hi Ana,\n\nYes, it fits. " + std::string(history.substr(9)), question).empty());
  CHECK(late("Hi Ana,\n\nYes. " + std::string(history.substr(9)) + " So yes, it fits.", question)
            .empty());
  CHECK(late(std::string(history) + "No worries about the box.", question).empty());
  CHECK(late(std::string(history) + "Sure thing.", question).empty());
  CHECK(late(std::string(history) + "Yes, it fits.", "How does the lid fit?").empty());
  CHECK(late(std::string(history) + "Yes, it fits.", "").empty());
  CHECK(
      late(
          "Hi Ana,\n\nI'm so sorry that you had to wait for nine days in the cold, and that nobody "
          "wrote to you in all that time. Yes, the lid fits.",
          question)
          .empty());
}

TEST_CASE("a long reply with nothing that stands out") {
  CHECK(headings(std::string(history), 20) ==
        Lines{"The kettle came to us in spring with the first series, and the lid was made by "
              "another house until May, which is why there are two kinds of it."});
  CHECK(headings(std::string(history), 40).empty());
  CHECK(headings(std::string(history) + "\n\n## The lid\n\nIt fits.", 20).empty());
  CHECK(headings(std::string(history) + "\n\n- It fits.\n- It is red.", 20).empty());
  CHECK(headings(std::string(history) + "It **fits** well.", 20).empty());
  CHECK(headings(std::string(history) + "\n\nThe lid:\n\nIt fits.", 20, "").empty());
}

}  // namespace tonelint::testing
