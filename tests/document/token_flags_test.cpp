#include <catch2/catch.hpp>

#include "document/fixture.hpp"

using namespace tonelint;

TEST_CASE("capitals") {
  const Read read("Hello WORLD I iPhone NASA's École ÉTÉ A4 3D İZ 你好 Привет ПРИВЕТ é\n");
  CHECK(read.flagged(Token::capitalised) ==
        "Hello WORLD I NASA's École ÉTÉ A4 3D İZ Привет ПРИВЕТ");
  CHECK(read.flagged(Token::all_caps) == "WORLD ÉTÉ İZ ПРИВЕТ");
}

TEST_CASE("tokens of nothing but ASCII say so") {
  const Read read("don't don’t {{name}} a@example.com 😀 — - 3.1 é");
  CHECK(read.flagged(Token::ascii) == "don't {{name}} a@example.com - 3.1");
}

TEST_CASE("white space before a token") {
  const Read read("a b\tc\u00a0d,e\nf\r\ng\u3000h 中");
  CHECK(read.flagged(Token::space_before) == "b c d f g h 中");
  CHECK(read.flagged(Token::newline_before) == "f g");
}

TEST_CASE("a token that was put together keeps the space before its first piece") {
  const Read read("see\nhttps://example.com or jo.x@example.com");
  CHECK(read.flagged(Token::space_before) == "https://example.com or jo.x@example.com");
  CHECK(read.flagged(Token::newline_before) == "https://example.com");
}

TEST_CASE("letters are counted in code points") {
  const Read read("été 👍🏽 don’t word");
  std::string counts;
  for (const Token& token : read.document.tokens()) counts += std::to_string(token.letters) + " ";
  CHECK(counts == "3 2 5 4 ");
}

TEST_CASE("what counts as a word") {
  CHECK(Read("Two words, 3 now: jo@example.com {{x}} www.example.com 😀 !").document.word_count() ==
        7);
  CHECK(Read("{% if x %}one{% endif %}").document.word_count() == 1);
}
