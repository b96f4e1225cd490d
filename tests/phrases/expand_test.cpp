#include <catch2/catch.hpp>

#include "phrases.hpp"

using namespace tonelint::phrase_test;

namespace {

/// The rewrite of what a phrase finds.
std::string rewritten(const char* phrase, const char* rewrite, std::string_view text) {
  return Phrases({Written(phrase, {rewrite})}).rewritten(text);
}

}  // namespace

TEST_CASE("a capture with choices takes whichever stood there") {
  CHECK(rewritten("{who: I|we} can't", "{who} would", "But we cannot.") == "we would");
  CHECK(rewritten("{who: I|we} can't", "{who} would", "But i can’t.") == "I would");
  CHECK(rewritten("{who: I|we} (am|are) sorry", "{who}", "I'm sorry. We are sorry.") == "I | we");
  CHECK(rewritten("{who: I|my team} can't", "{who}", "My team can't.") == "my team");
  CHECK(rewritten("{what: <number>|some} days", "{what} hours", "2 days, some days") ==
        "2 hours | some hours");
  CHECK(rewritten("{a: x|y} {b: x|y}", "{b}{a}", "x y") == "yx");
  CHECK(rewritten("{a: [very] good} work", "{a}", "very good work, good work") ==
        "very good | good");
}

TEST_CASE("an ending written against a word can be kept in the rewrite") {
  CHECK(rewritten("ticket[s]", "conversation{s}", "A ticket, two tickets") ==
        "conversation | conversations");
  CHECK(rewritten("(my|our) ticket[s]", "the case{s}", "Our tickets") == "the cases");
}

TEST_CASE("a rewrite takes the form of the word that was found") {
  CHECK(
      rewritten("utilize~", "use~", "Utilize, utilizes, utilized, utilizing, utilise, utilising") ==
      "use | uses | used | using | use | using");
  CHECK(rewritten("go~ to", "visit~", "went to, gone to, goes to, going to, go to") ==
        "visited | visited | visits | visiting | visit");
  CHECK(rewritten("reach~ out", "write~ to", "reached out, reaching out") ==
        "wrote to | writing to");
  CHECK(rewritten("commence~ and conclude~", "begin~ and end~", "commenced and concludes") ==
        "began and ends");
  CHECK(rewritten("(utilize~|leverage~) the", "use~ the", "leveraging the") == "using the");
}

TEST_CASE("optional words beside cues, gaps and captures may be missing") {
  Phrases phrases({Written("[really] {do} now", {"{do}"})});
  CHECK(phrases.rewritten("please come now") == "please come");
  CHECK(Phrases({"<name> [really] [very] <number>"})
            .in("is Ann 5, is Bob very 6, is Cy really very 7") ==
        "Ann 5 | Bob very 6 | Cy really very 7");
  CHECK(found("[kindly] <number> [days]", "kindly 5 days, 6, 7 days") ==
        "kindly 5 days | 6 | 7 days");
}

TEST_CASE("a phrase that can be said in too many ways is a mistake") {
  const std::string ten = "(a|b|c|d|e|f|g|h|i|j)";
  const std::string too_many = "this phrase can be said in more than 1,024 ways; split it in two";
  CHECK(problem("{x: " + ten + ten + "}").empty());
  CHECK(problem("{x: " + ten + "} {y: " + ten + "} {z: " + ten + "}").empty());
  CHECK(problem("{x: " + ten + "} {y: " + ten + "} {z: " + ten + "} {w: " + ten + "}") == too_many);
  CHECK(problem("[a] <word> [a] <word> [a] <word> [a] <word> [a] <word> [a] <word> [a] <word> [a] "
                "<word> [a] <word> [a] <word> [a] <word> x") == too_many);
  // Words alone have no such bound: they make one automaton.
  CHECK(problem(ten + " " + ten + " " + ten + " " + ten).empty());
}
