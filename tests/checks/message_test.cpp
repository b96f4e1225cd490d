#include <catch2/catch.hpp>

#include "checks/world.hpp"

namespace tonelint::testing {
namespace {

constexpr std::string_view vague =
    "Hi Ana,\n\nThank you for your message. I've shared it with the right people, and one of us "
    "will "
    "write to you with an answer within two days at the latest.";

Lines echo(std::string_view draft, std::string message, double min = 1) {
  return detect("detail-echo", draft, {{"min", min}},
                {.name = "Ana Silva", .message = std::move(message)});
}
Lines unanswered(std::string_view draft, std::string message) {
  return detect("question-unanswered", draft, {}, {.message = std::move(message)});
}

}  // namespace

TEST_CASE("a reply that takes up nothing of the message") {
  CHECK(
      echo(vague, "The export of my photo albums stops at row 500 in the Berlin folder.\n\nAna") ==
      Lines{"Thank you for your message."});
}

TEST_CASE("a reply that takes up a detail") {
  const std::string_view specific =
      "Hi Ana,\n\nThank you for telling us. I've shared it with the right people, and one of us "
      "will "
      "write to you about the exporting within two days at the latest.";
  const char* message = "The export of my photo albums stops at row 500.";
  CHECK(echo(specific, message).empty());
  CHECK(echo(specific, message, 2).size() == 1);
  CHECK(echo("Hi Ana,\n\nThank you for telling us. I've shared it with the right people, and one "
             "of us "
             "will write to you about number 500 within two days at the latest.",
             message)
            .empty());
}

TEST_CASE("a word is taken up in any of its forms") {
  const auto echoes = [](const std::string& ours, const std::string& theirs) {
    const std::string draft = "Hi Ana,\n\nThank you for telling us about the " + ours +
                              ". I've shared it with the right people, and one of us will write "
                              "to you with an answer within two days at the latest.";
    return echo(draft, "The blue kettle: " + theirs + " since spring.").empty();
  };
  CHECK(echoes("payment", "I paid"));
  CHECK(echoes("cancellation", "they cancelled"));
  CHECK(echoes("renewal", "you renewed"));
  CHECK(echoes("bills", "a bill"));
  CHECK_FALSE(echoes("station", "they stood"));
}

TEST_CASE("a message or a reply with nothing to take up") {
  CHECK(echo(vague, "").empty());
  CHECK(echo(vague, "Thanks so much, that solved it!").empty());
  CHECK(echo("You're welcome, Ana. Enjoy the weekend.",
             "The export of my photo albums stops at row 500.")
            .empty());
}

TEST_CASE("a question stays one with a smiley behind it") {
  CHECK(unanswered("Hi Tom,\n\nThe invoice is attached as a PDF file, with the new address on it.",
                   "Could I have the invoice as PDF? How long does the warranty last? :)") ==
        Lines{"How long does the warranty last? :)"});
}

TEST_CASE("a question that the reply never touches") {
  const char* kettle = "When is the blue kettle back in stock? And do you ship to Norway?";
  CHECK(unanswered("Hi Ana,\n\nThe blue kettle is back in stock on Monday.", kettle) ==
        Lines{"And do you ship to Norway?"});
  CHECK(unanswered("Hi Tom,\n\nThe invoice is attached as a PDF file, with the new address on it.",
                   "Could I have the invoice as PDF? How long does the warranty last?") ==
        Lines{"How long does the warranty last?"});
}

TEST_CASE("questions that are answered, or ask nothing") {
  const char* kettle = "When is the blue kettle back in stock? And do you ship to Norway?";
  CHECK(unanswered("The kettle is back on Monday, and we're shipping to Norway for €9.", kettle)
            .empty());
  CHECK(unanswered("Yes to both: the kettle is back on Monday.", kettle).empty());
  CHECK(unanswered("I'll find out and write by noon.", kettle).empty());  // It touches none.
  CHECK(unanswered("The kettle is back on Monday.", "When is the kettle back?").empty());
  CHECK(unanswered("The kettle is back on Monday.", "When is the kettle back? Are you kidding me?")
            .empty());
  CHECK(
      unanswered("The kettle is back on Monday.", "When is the kettle back? Is it free?").empty());
  CHECK(unanswered("The kettle is back on Monday.",
                   "When is the kettle back? Or is the shop closing?")
            .empty());
  CHECK(unanswered("You'll find the kettle at the page you linked.",
                   "Where is the kettle? It's https://acme.example/find?q=invoice and fine.")
            .empty());
}

}  // namespace tonelint::testing
