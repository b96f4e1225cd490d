#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document/fixture.hpp"
#include "document/tokenize.hpp"
#include "times.hpp"

using namespace tonelint;
using tonelint::testing::times;

namespace {

// Of each source a cost that grows by the square would take minutes: the test would not end.
constexpr std::size_t size = 500000;

std::size_t tokens_of(const std::string& text) {
  std::vector<Token> tokens;
  tokenize(text, tokens);
  return tokens.size();
}

}  // namespace

TEST_CASE("Sentences without a space between them do not take long to take apart") {
  const std::size_t pieces = size / 3;
  CHECK(tokens_of(times(pieces, "Aa.")) == 2 * pieces);
  CHECK(tokens_of(times(pieces, "Aa.") + times(size, "a")) == 2 * pieces - 1);
  CHECK(tokens_of(times(pieces, "Aa.") + "\u4f60") > pieces);
  CHECK(tokens_of(times(size / 6, "Aa.Aa ")) == size / 6 * 3);
}

TEST_CASE("Marks around marks do not take long to flag") {
  const Read code(times(50000, "<code>") + times(50000, "x "), Syntax::html);
  CHECK(code.flagged(Token::hidden).size() == 2 * 50000 - 1);
  const Read strong("<p>See " + times(50000, "<b>") + "Save" + times(50000, " x"), Syntax::html);
  CHECK(strong.flagged(Token::label).empty());
  const Read label("<p>See " + times(50000, "<b>") + "Save" + times(50000, "</b>") + " there.",
                   Syntax::html);
  CHECK(label.flagged(Token::label) == "Save");
}
