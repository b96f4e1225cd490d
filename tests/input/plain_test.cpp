#include <catch2/catch.hpp>

#include "input/show.hpp"
#include "text/utf8.hpp"

using namespace tonelint;

TEST_CASE("Valid plain text is the source's own bytes") {
  const std::string text = "Hi Zo\u00eb,\r\n\r\nthanks.\n";
  const Reply reply = read(Syntax::text, text);
  CHECK(reply.text.data() == text.data());
  CHECK(reply.map.is_identity());
  CHECK(reply.text == text);
  CHECK(reply.problems.empty());
}

TEST_CASE("A byte order mark is not text") {
  const std::string text = "\xEF\xBB\xBFHi";
  const Reply reply = read(Syntax::text, text);
  CHECK(reply.text == "Hi");
  CHECK(reply.map.to_source({0, 2}) == Span{3, 5});
}

TEST_CASE("Bytes that are not UTF-8 are one problem for each run") {
  const Reply reply = read(Syntax::text, "a\xFF\xFE z\xC3");
  CHECK(reply.text == "a\uFFFD\uFFFD z\uFFFD");
  REQUIRE(reply.problems.size() == 2);
  CHECK(reply.problems[0].rule == "input/invalid-utf8");
  CHECK(reply.problems[0].span == Span{1, 3});
  CHECK(reply.problems[1].span == Span{5, 6});
  CHECK(reply.map.to_source({4, 7}) == Span{2, 3});
}

TEST_CASE("NUL bytes stay and are reported once") {
  using namespace std::string_view_literals;
  const Reply reply = read(Syntax::text, "a\0b\0"sv);
  CHECK(reply.text == "a\0b\0"sv);
  REQUIRE(reply.problems.size() == 1);
  CHECK(reply.problems[0].rule == "input/nul");
  CHECK(reply.problems[0].span == Span{1, 2});
}

TEST_CASE("Plain text falls into blocks") {
  struct Case {
    std::string what, text, blocks;
  };
  const Case cases[] = {
      {"nothing", "", ""},
      {"white space", " \n\t\n\u00a0\n", ""},
      {"paragraphs", "Hi,\n\nOne\ntwo.\n \n  Three.  \n",
       "paragraph: Hi,\nparagraph: One/two.\nparagraph: Three.\n"},
      {"a no-break space makes a blank line", "One\n\u00a0\nTwo",
       "paragraph: One\nparagraph: Two\n"},
      {"a lone CR ends a line", "One\r\rTwo", "paragraph: One\nparagraph: Two\n"},
      {"bullets", "Do:\n- one\n  goes on\n* two\nand on\n• three\nBye",
       "paragraph: Do:\nitem: one/  goes on\nitem: two/and on\nitem: three\nparagraph: Bye\n"},
      {"numbers", "1. one\n2) two\na) three\n10. ten",
       "item: one\nitem: two\nitem: three\nitem: ten\n"},
      {"nested items", "- a\n  - b\n    1. c\n- d", "item: a\nitem 1: b\nitem 2: c\nitem: d\n"},
      {"an item's second paragraph", "- a\n\n  more\n\nBye",
       "item: a\nparagraph: more\nparagraph: Bye\n"},
      {"a number within a paragraph", "It came on\n12. No more.",
       "paragraph: It came on/12. No more.\n"},
      {"no bullets", "-1 degree\n*really*\n1.5 hours\na)b",
       "paragraph: -1 degree/*really*/1.5 hours/a)b\n"},
      {"rules", "One\n-----\nTwo\n* * *", "paragraph: One\nparagraph: Two\n"},
      {"quotes", "> old\n> text\nNew\n>> older",
       "quote: > old/> text\nparagraph: New\nquote: >> older\n"},
      {"a fence", "Run:\n```\n- a\n\n> b\n```\nThen",
       "paragraph: Run:\ncode: ```/- a//> b/```\nparagraph: Then\n"},
      {"indented log", "See:\n\n    ERROR 1\n    at x\n\nOk",
       "paragraph: See:\ncode: ERROR 1/    at x\nparagraph: Ok\n"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.what);
    CHECK(blocks_of(read(Syntax::text, each.text)) == each.blocks);
  }
}

TEST_CASE("History and signature are found in plain text") {
  struct Case {
    std::string text, blocks;
  };
  const Case cases[] = {
      {"Hi\n\nOn Mon, 3 May 2024, Priya <p@x.com> wrote:\n> old\n\nBelow.",
       "paragraph: Hi\nquote: On Mon, 3 May 2024, Priya <p@x.com> wrote:\nquote: > old\n"
       "paragraph: Below.\n"},
      {"Hi\nOn Mon, 3 May 2024, Priya Nair\n<p@x.com> wrote:\n\nold\n\nolder",
       "paragraph: Hi\nquote: On Mon, 3 May 2024, Priya Nair/<p@x.com> wrote:\nquote: old\n"
       "quote: older\n"},
      {"Am 3.5.2024 um 10:12 schrieb Priya:\nalt",
       "quote: Am 3.5.2024 um 10:12 schrieb Priya:/alt\n"},
      {"Le 3 mai 2024, Priya a écrit :\nvieux", "quote: Le 3 mai 2024, Priya a écrit :/vieux\n"},
      {"El 3 may 2024, Priya escribió:\nx", "quote: El 3 may 2024, Priya escribió:/x\n"},
      {"Il giorno 3 mag 2024 Priya ha scritto:\nx",
       "quote: Il giorno 3 mag 2024 Priya ha scritto:/x\n"},
      {"Op 3 mei 2024 schreef Priya:\nx", "quote: Op 3 mei 2024 schreef Priya:/x\n"},
      {"Em 3 de mai. de 2024, Priya escreveu:\nx",
       "quote: Em 3 de mai. de 2024, Priya escreveu:/x\n"},
      {"Priya Nair <p@x.com> wrote:\nold", "quote: Priya Nair <p@x.com> wrote:/old\n"},
      {"New\n\n-----Original Message-----\nFrom: x\n\nold",
       "paragraph: New\nquote: -----Original Message-----/From: x\nquote: old\n"},
      {"New\n\nFrom: Priya\nSent: Monday\nTo: us\n\nold",
       "paragraph: New\nquote: From: Priya/Sent: Monday/To: us\nquote: old\n"},
      {"New\n________________________________\nold",
       "paragraph: New\nquote: ________________________________/old\n"},
      {"New\n\n##- Please type your reply above this line -##\n\nold",
       "paragraph: New\nquote: ##- Please type your reply above this line -##\nquote: old\n"},
      {"New\n\n-- Please reply above this line --\n\nold",
       "paragraph: New\nquote: -- Please reply above this line --\nquote: old\n"},
      {"Bye\n-- \nMarta\n\nAcme", "paragraph: Bye\nsignature: -- /Marta\nsignature: Acme\n"},
      {"Bye\n\n—\nMarta", "paragraph: Bye\nsignature: —/Marta\n"},
      {"Bye\n___\nMarta\nOn 3 May, Priya wrote:\n> old",
       "paragraph: Bye\nsignature: ___/Marta\nquote: On 3 May, Priya wrote:\nquote: > old\n"},
      {"Bye\n\nSent from my iPhone", "paragraph: Bye\nsignature: Sent from my iPhone\n"},
      // The agent's own words.
      {"From: the warehouse, to: you.\nYour parcel.",
       "paragraph: From: the warehouse, to: you./Your parcel.\n"},
      {"On 3 May you wrote:\n\nNot so.", "paragraph: On 3 May you wrote:\nparagraph: Not so.\n"},
      {"As our founder wrote:\n\nBe kind.",
       "paragraph: As our founder wrote:\nparagraph: Be kind.\n"},
      {"Sent from my heart, with care.", "paragraph: Sent from my heart, with care.\n"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(blocks_of(read(Syntax::text, each.text)) == each.blocks);
  }
}
