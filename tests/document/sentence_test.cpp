#include <catch2/catch.hpp>

#include "document/fixture.hpp"

using namespace tonelint;

TEST_CASE("sentences end where a careful reader ends them") {
  const auto [text, sentences] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"One. Two! Three?", "One. | Two! | Three?"},
      {"Really?! Yes... maybe.", "Really?! | Yes... maybe."},
      {"Wait… Then go.", "Wait… | Then go."},
      {"one. two", "one. | two"},
      // Abbreviations.
      {"Ask Dr. Osei or Mr. and Mrs. Lee. Thanks.", "Ask Dr. Osei or Mr. and Mrs. Lee. | Thanks."},
      {"Use a browser, e.g. Firefox, i.e. a new one.",
       "Use a browser, e.g. Firefox, i.e. a new one."},
      {"Bring cables, chargers, etc. We have more.",
       "Bring cables, chargers, etc. | We have more."},
      {"Cables, etc. are in the box.", "Cables, etc. are in the box."},
      {"See No. 7 of the list. No. We do not.", "See No. 7 of the list. | No. | We do not."},
      {"It is at 5 p.m. on Monday. Or 9 a.m. We open then.",
       "It is at 5 p.m. on Monday. | Or 9 a.m. | We open then."},
      {"In the U.S. it costs approx. 5 dollars vs. 6 here.",
       "In the U.S. it costs approx. 5 dollars vs. 6 here."},
      {"J. Smith and A. B. Jones wrote. I did too.",
       "J. Smith and A. B. Jones wrote. | I did too."},
      {"We take plan B. Please wait.", "We take plan B. | Please wait."},
      {"It ships Fri. 3 Jan. 2025 from Acme Inc. in Leeds.",
       "It ships Fri. 3 Jan. 2025 from Acme Inc. in Leeds."},
      {"P.S. We moved to v. 2.0 of it.", "P.S. We moved to v. 2.0 of it."},
      // What only looks like the end.
      {"Update to v2.3.1 or 3.14 now.", "Update to v2.3.1 or 3.14 now."},
      {"Open report.pdf on www.example.com/a.b please.",
       "Open report.pdf on www.example.com/a.b please."},
      {"Use .NET (really!) today.", "Use .NET (really!) today."},
      {"Am 3. mai ist Schluss.", "Am 3. mai ist Schluss."},
      {"She said \"no.\" Then she left.", "She said \"no.\" | Then she left."},
      {"“Really?” she asked.", "“Really?” she asked."},
      {"(It works.) So there.", "(It works.) | So there."},
      {"Glad to help.Please write.", "Glad to help. | Please write."},
      // Emoji and addresses.
      {"Thanks! \U0001f600 We are here.", "Thanks! \U0001f600 | We are here."},
      {"No worries :) Thanks for waiting", "No worries :) | Thanks for waiting"},
      {"See https://example.com/a Let us know", "See https://example.com/a | Let us know"},
      // Other scripts.
      {"你好。再见！", "你好。 | 再见！"},
      {"هل هذا؟ نعم.", "هل هذا؟ | نعم."},
      {"यह है। वह है।", "यह है। | वह है।"},
      // Lines.
      {"Hi Priya,\nThanks for waiting.", "Hi Priya, | Thanks for waiting."},
      {"Please send us\nyour name.", "Please send us/your name."},
      {"This line was wrapped by a mail program at about here\nSunday and it goes on.",
       "This line was wrapped by a mail program at about here/Sunday and it goes on."},
      {"Name\nStreet", "Name | Street"},
      {"You need:\n- a cable\n- a phone", "You need: | - a cable | - a phone"},
      {"1. Open it. Then wait.\n2. Close it.", "1. Open it. | Then wait. | 2. Close it."},
      {"One block\n\nand another", "One block | and another"},
  }));
  CHECK(Read(text).sentences() == sentences);
}

TEST_CASE("sentences say where they start and end") {
  const Read read("\"Well, yes.\" 1. Open Mr. Lee's box! \U0001f600\n\nOk");
  CHECK(read.flagged(Token::sentence_start) == "Well Open Ok");
  CHECK(read.flagged(Token::sentence_end) == "\" \U0001f600 Ok");
}

TEST_CASE("a full stop that ends no sentence is a symbol, an ellipsis within one a pause") {
  const Read read("Dr. Lee... said so.");
  std::string kinds;
  for (const Token& token : read.document.tokens()) {
    kinds += token.kind == Token::Kind::symbol       ? 's'
             : token.kind == Token::Kind::pause      ? 'p'
             : token.kind == Token::Kind::terminator ? 't'
                                                     : 'w';
  }
  CHECK(kinds == "wswpwwt");
}

TEST_CASE("sentences and paragraphs are found by token") {
  const Read read("One two. Three.\n\nFour.");
  const Document& document = read.document;
  REQUIRE(document.tokens().size() == 7);
  CHECK(document.sentence_of(0) == 0);
  CHECK(document.sentence_of(2) == 0);
  CHECK(document.sentence_of(3) == 1);
  CHECK(document.sentence_of(6) == 2);
  CHECK(document.paragraph_of(4) == 0);
  CHECK(document.paragraph_of(5) == 1);
  CHECK(document.sentences()[2].block == 1);
  CHECK(document.paragraphs()[0].sentences == Range{0, 2});
}
