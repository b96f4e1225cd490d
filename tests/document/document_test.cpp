#include "document/document.hpp"

#include <catch2/catch.hpp>

#include "document/fixture.hpp"

using namespace tonelint;

TEST_CASE("the parts of a letter") {
  const Read read(
      "Hi Ana,\n\nSorry about that. It left late. It is near.\n\nCall us any time.\n\n"
      "Kind regards,\nMarta\n\n-- \nAcme Ltd\n\nOn Mon, 3 Feb 2025, Ana wrote:\n> Where is it?");
  CHECK(read.part(Part::greeting) == "Hi Ana,");
  CHECK(read.part(Part::opening) == "Sorry about that. It left late.");
  CHECK(read.part(Part::body) == "Sorry about that. It left late. It is near.//Call us any time.");
  CHECK(read.part(Part::closing) == "Call us any time.");
  CHECK(read.part(Part::sign_off) == "Kind regards,/Marta");
  CHECK(read.flagged(Token::hidden).ends_with("Where is it ?"));
  CHECK(read.document.word_count() == 18);
}

TEST_CASE("a reply of one paragraph closes with its last two sentences") {
  const Read read("Hi Ana, one here. Two here. Three here.");
  CHECK(read.part(Part::opening) == "one here. Two here.");
  CHECK(read.part(Part::closing) == "Two here. Three here.");
}

TEST_CASE("paragraphs know their part") {
  const Read read("Hi Ana,\n\nIt left.\n\n> quoted\n\nIt is near.\n\nBest,\nMarta");
  std::string parts;
  for (const Paragraph& paragraph : read.document.paragraphs()) {
    parts += std::string(name_of(paragraph.part)) + " ";
  }
  CHECK(parts == "greeting body quote body sign-off ");
  CHECK(read.part(Part::quote) == "> quoted");
  CHECK(read.flagged(Token::hidden) == "> quoted");
}

TEST_CASE("a quote is not the agent's when there is nothing else either") {
  const Read read("On Mon, 4 Mar 2024, Kim <kim@example.com> wrote:\n> quoted");
  CHECK(read.part(Part::quote) == "On Mon, 4 Mar 2024, Kim <kim@example.com> wrote:");
  CHECK(read.flagged(Token::hidden).ends_with("> quoted"));
}

TEST_CASE("inline marks") {
  const Read read(
      "Open **Billing settings** and press `Save`. **This is a whole sentence.** "
      "See [our page](https://example.com). It is **very** easy.\n\n**Next steps**\n",
      Syntax::markdown);
  CHECK(read.flagged(Token::label) == "Billing settings Save");
  CHECK(read.flagged(Token::hidden) == "Save");
  CHECK(read.flagged(Token::linked) == "our page");
}

TEST_CASE("code blocks are hidden") {
  const Read read("Try this:\n\n```\nrun it\n```\n\nDone?", Syntax::markdown);
  CHECK(read.flagged(Token::hidden) == "run it");
  CHECK(read.part(Part::code) == "run it");
}

TEST_CASE("quotations") {
  const auto [text, quoted] = GENERATE(table<std::string, std::string>({
      {"Press \"Save now\" twice.", "Save now"},
      {"Press “Save” and ‘Go on’.", "Save Go on"},
      {"« Bonjour » et „Guten Tag“", "Bonjour Guten Tag"},
      {"Press 'Save' in the customers' list", "Save"},
      {"The 5\" screen and the 7\" one", ""},
      {"Don't and won't", ""},
      {"An open \"quotation\n\nand another\" one", ""},
      {"He said “she said ‘no’ to it”.", "she said ‘ no ’ to it"},
  }));
  CHECK(Read(text).flagged(Token::quoted) == quoted);
}

TEST_CASE("a quotation that never ends within sixty words is none") {
  std::string text = "\"Begin";
  for (int i = 0; i < 70; ++i) text += " word";
  CHECK(Read(text + "\"").flagged(Token::quoted) == "");
}

TEST_CASE("empty and odd replies") {
  CHECK(Read("").document.tokens().empty());
  CHECK(Read(" \n\n ").document.paragraphs().empty());
  CHECK(Read("...").document.sentences().size() == 1);
  CHECK(Read("😀").document.word_count() == 0);
  CHECK(Read("Hi").part(Part::greeting) == "Hi");
  CHECK(Read(std::string(1000, '\0')).document.word_count() == 0);
}

TEST_CASE("a megabyte without a space is read in one go") {
  const Read letters(std::string(1'000'000, 'a'));
  REQUIRE(letters.document.tokens().size() == 1);
  CHECK(letters.document.tokens()[0].letters == 255);
  std::string marks;
  for (int i = 0; i < 250'000; ++i) marks += "a{.@";
  CHECK(Read(marks).document.tokens().back().end == 1'000'000);
  std::string emoji;
  for (int i = 0; i < 50'000; ++i) emoji += "\U0001f469\u200d\U0001f4bb";
  CHECK(Read(emoji).document.tokens().size() == 50'000);
}

TEST_CASE("hostile megabytes take no longer than others") {
  for (const std::string_view piece :
       {"a-b.c-", "x.Yz/", "http://{{", "“", "((:)", "[[a", "{%", "a.b@", "<a ", "%a", "- A ",
        "\"a ", "Dr. ", "\nThanks\n", "é.", "a\u200d", "Hi ", "_.X"}) {
    std::string text;
    while (text.size() < 300'000) text += piece;
    CAPTURE(piece);
    CHECK(Read(text).document.tokens().size() > 0);
  }
}

TEST_CASE("a document is reused") {
  Read read("Hi Ana,\n\nIt left.\n\nBest,\nMarta");
  Reply other;
  const Source source{.name = "b", .bytes = "Done."};
  reader_for(source).read(source.bytes, other);
  read.document.read(other);
  CHECK(read.document.part(Part::greeting).empty());
  CHECK(read.document.greeting_name().empty());
  CHECK(read.document.sentences().size() == 1);
  CHECK(read.document.word_count() == 1);
}

TEST_CASE("every token has a sentence and a paragraph, also behind the last block") {
  const Read read("One here. Two here.\n\nThree here.\n\n-----");
  const Document& document = read.document;
  const auto last = static_cast<std::uint32_t>(document.tokens().size() - 1);
  CHECK(document.sentence_of(2) == 0);
  CHECK(document.sentence_of(3) == 1);
  CHECK(document.paragraph_of(5) == 0);
  CHECK(document.sentence_of(last) == 2);
  CHECK(document.paragraph_of(last) == 1);
  CHECK(document.sentence_of(last + 7) == 2);
  CHECK(Document().sentence_of(0) == 0);
}
