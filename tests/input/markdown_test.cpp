#include <catch2/catch.hpp>

#include "input/show.hpp"
#include "input/soundness.hpp"

using namespace tonelint;

namespace {

Reply read_markdown(std::string_view bytes) { return read(Syntax::markdown, bytes); }

}  // namespace

TEST_CASE("Markdown reads as the customer sees it") {
  struct Case {
    std::string what, markdown, blocks;
  };
  const Case cases[] = {
      {"nothing", "", ""},
      {"emphasis", "So **very** *sorry*, ~~not~~ `x`.", "paragraph: So very sorry, not x.\n"},
      {"emphasis within a word", "un**for**tunately", "paragraph: unfortunately\n"},
      {"soft and hard breaks", "one\ntwo  \nthree\\\nfour", "paragraph: one/two/three/four\n"},
      {"CRLF", "one\r\ntwo\r\n\r\nthree", "paragraph: one/two\nparagraph: three\n"},
      {"escapes", "\\*not\\* \\_so\\_ \\\\", "paragraph: *not* _so_ \\\n"},
      {"entities", "a &amp; b &rsquo; &#233; &hearts; &nosuch; &amp",
       "paragraph: a & b ’ é ♥ &nosuch; &amp\n"},
      {"links", "[our *guide*](https://x.com) <https://y.com> https://z.com",
       "paragraph: our guide https://y.com https://z.com\n"},
      {"headings", "# One\n\nTwo\n===\n\ntext", "heading: One\nheading: Two\nparagraph: text\n"},
      {"lists", "1. one\n2. two\n   - in\n     - deep\n\n   more\n",
       "item: one\nitem: two\nitem 1: in\nitem 2: deep\nparagraph: more\n"},
      {"tasks", "- [x] done\n- [ ] open", "item: done\nitem: open\n"},
      {"quotes", "> one\n> two\n>\n> > three\n\nfour",
       "quote: one/two\nquote 1: three\nparagraph: four\n"},
      {"code", "```sh\nls\n\n  x\n```\n\n    log\n    more", "code: ls//  x\ncode: log/more\n"},
      {"tables", "| a | b |\n|---|---|\n| c \\| d | |\n| | e |", "row: a\tb\nrow: c | d\nrow: e\n"},
      {"raw HTML in a line", "a <b>b</b> <!-- no --> c<br>d", "paragraph: a b  c/d\n"},
      {"a block of raw HTML", "<div>\na &lt;b&gt;\n<p hidden>no</p>\n</div>\n\nb",
       "paragraph: a <b>\nparagraph: b\n"},
      {"comments", "<!-- one\n\ntwo -->\n\ntext", "paragraph: text\n"},
      {"placeholders", "Hi {{user.first_name}}, <variable id=1> {% if x %}",
       "paragraph: Hi {{user.first_name}}, <variable id=1> {% if x %}\n"},
      {"definitions", "[a]: https://x.com\n\nsee [a]", "paragraph: see a\n"},
      {"history", "Hi\n\nOn Mon, 3 May 2024, Priya wrote:\n\n> old\n\n--\nMarta",
       "paragraph: Hi\nquote: On Mon, 3 May 2024, Priya wrote:\nquote: old\nsignature: --/Marta\n"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.what);
    CHECK(blocks_of(read_markdown(each.markdown)) == each.blocks);
  }
}

TEST_CASE("Marks of Markdown name what is not prose") {
  CHECK(marks_of(read_markdown("[a **b**](https://x.com/?a=1) `c` ![d *e*](i.png 'title')")) ==
        "link https://x.com/?a=1: a b\nstrong: b\ncode: c\nimage i.png: d e\n");
  CHECK(marks_of(read_markdown("[a](x?b=1&amp;c) [d]\n\n[d]: /e")) ==
        "link x?b=1&amp;c: a\nlink /e: d\n");
  CHECK(marks_of(read_markdown("<https://x.com>, not https://y.com")) ==
        "link https://x.com: https://x.com\n");
  CHECK(marks_of(read_markdown("![](i.png) x")).empty());
}

TEST_CASE("An edit in Markdown keeps escapes and marks whole") {
  const std::string source = "a **bold** don\\'t &amp; so\nit is";
  const Reply reply = read_markdown(source);
  REQUIRE(reply.text == "a bold don't & so\nit is");
  const auto edited = [&](std::string_view words) -> std::string {
    const auto begin = static_cast<std::uint32_t>(reply.text.find(words));
    const auto span = reply.map.editable({begin, begin + static_cast<std::uint32_t>(words.size())});
    return span ? source.substr(span->begin, span->size()) : "nothing";
  };
  CHECK(edited("bold") == "bold");
  CHECK(edited("a bold") == "nothing");
  CHECK(edited("don't") == "don\\'t");
  CHECK(edited("'t") == "\\'t");
  CHECK(edited("& so\nit") == "&amp; so\nit");
}

TEST_CASE("code keeps its place behind a line of white space") {
  const std::string source = "```\none\n \ntwo\n```\n";
  const Reply reply = read_markdown(source);
  CHECK(reply.text == "one\n \ntwo\n");
  const auto begin = static_cast<std::uint32_t>(reply.text.find("two"));
  const Span two = reply.map.to_source({begin, begin + 3});
  CHECK(source.substr(two.begin, two.size()) == "two");
}

TEST_CASE("NUL bytes in code leave all in its place") {
  const std::string source("\t\0\0\n<div>\0", 10);
  CHECK(fault_of(read_markdown(source), source) == "");
}

TEST_CASE("Plain text is escaped for Markdown only where it must be") {
  struct Case {
    std::string plain, markdown;
  };
  const Case cases[] = {
      {"I'm sorry (really) - it's 5 > 3, a+b = c!", "I'm sorry (really) - it's 5 > 3, a+b = c!"},
      {"first_name", "first_name"},
      {"_so_ *so* `so` [so]", "\\_so\\_ \\*so\\* \\`so\\` \\[so\\]"},
      {"# one\n- two\n1. three\n> four", "\\# one\n\\- two\n1\\. three\n\\> four"},
      {"a <b> &amp; R&D & co", "a \\<b> \\&amp; R\\&D & co"},
  };
  for (const Case& each : cases) {
    CHECK(reader_for({.name = "", .bytes = "", .syntax = Syntax::markdown}).escape(each.plain) ==
          each.markdown);
    CHECK(read_markdown(each.markdown).text == each.plain);
  }
}
