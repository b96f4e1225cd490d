#include "phrases/contractions.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "phrases.hpp"

namespace tonelint {
namespace {

/// What a contraction stands for: "it is, it has".
std::string meaning(std::string_view contracted) {
  std::string out;
  for (const Contraction& entry : contractions()) {
    if (entry.contracted != contracted) continue;
    if (!out.empty()) out += ", ";
    out.append(entry.first).append(" ").append(entry.second);
  }
  return out;
}

}  // namespace

TEST_CASE("contractions stand for two words") {
  CHECK(meaning("can't") == "can not");
  CHECK(meaning("cannot") == "can not");
  CHECK(meaning("won't") == "will not");
  CHECK(meaning("i'm") == "i am");
  CHECK(meaning("we're") == "we are");
  CHECK(meaning("it's") == "it is, it has");
  CHECK(meaning("i'd") == "i had, i would");
  CHECK(meaning("they'll") == "they will");
  CHECK(meaning("let's") == "let us");
  CHECK(meaning("gonna") == "going to");
}

TEST_CASE("words typed in a hurry are found for the words they stand for") {
  CHECK(phrase_test::found("you need to", "u need to") == "u need to");
  CHECK(phrase_test::found("(please|kindly) send your log", "pls send ur log") ==
        "pls send ur log");
  CHECK(phrase_test::found("you are late", "ur late") == "ur late");
  CHECK(phrase_test::found("you should have", "u shouldve") == "u shouldve");
  CHECK(phrase_test::found("\\u", "u or you") == "u");
}

TEST_CASE("typed without the apostrophe") {
  CHECK(meaning("dont") == "do not");
  CHECK(meaning("youre") == "you are");
  CHECK(meaning("thats") == "that is, that has");
}

TEST_CASE("other words are no contractions") {
  for (const char* word : {"well", "were", "ill", "shell", "hell", "id", "its", "wed", "shed",
                           "lets", "someone's", "customer's"}) {
    INFO(word);
    CHECK(meaning(word).empty());
  }
}

TEST_CASE("contractions are folded and listed once") {
  const auto all = contractions();
  for (std::size_t i = 0; i < all.size(); ++i) {
    INFO(all[i].contracted);
    for (const std::string_view part : {all[i].contracted, all[i].first, all[i].second}) {
      CHECK_FALSE(part.empty());
      CHECK(part.find_first_not_of("abcdefghijklmnopqrstuvwxyz'") == part.npos);
    }
    const auto same = [&](const Contraction& other) {
      return other.contracted == all[i].contracted && other.first == all[i].first &&
             other.second == all[i].second;
    };
    CHECK(std::count_if(all.begin(), all.end(), same) == 1);
  }
}

}  // namespace tonelint
