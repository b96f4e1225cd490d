#include <array>
#include <catch2/catch.hpp>

#include "input/random_text.hpp"
#include "input/show.hpp"
#include "input/soundness.hpp"

using namespace tonelint;

namespace {

constexpr std::array<std::string_view, 24> words{
    "sorry",  "don't", "Zo\u00eb", "\U0001F600", "a",     "late", " ",  " ",
    " ",      "\n",    "\n\n",     "\r\n",       "  ",    "1.",   "- ", ", ",
    "\u00a0", "\t",    "x_y",      "R&D",        "5 > 3", "a*b",  "(",  "https://x.com/~a_b"};

constexpr std::array<std::string_view, 26> plain_marks{"\n- ",
                                                       "\n  * ",
                                                       "\n1. ",
                                                       "\n> ",
                                                       "\n```\n",
                                                       "\n    x",
                                                       "\n\n",
                                                       "\n-- \n",
                                                       "\n\u2014\n",
                                                       "\nOn 3 May, P wrote:\n",
                                                       "\nFrom: P\nSent: 1\nTo: us\n",
                                                       "\n-----Original Message-----\n",
                                                       "\n________________________________\n",
                                                       "\n-----\n",
                                                       "\r",
                                                       "\r\n",
                                                       "\n\t",
                                                       "\n\u00a0\n",
                                                       "wrote:",
                                                       "\n##- x -##\n",
                                                       "\nSent from my iPhone\n",
                                                       "\u2022",
                                                       "\na) ",
                                                       "\n2) ",
                                                       "\n~~~\n",
                                                       "\n<p@x> wrote:\n"};

constexpr std::array<std::string_view, 46> markdown_marks{"**",
                                                          "*",
                                                          "_",
                                                          "`",
                                                          "``",
                                                          "~~",
                                                          "[",
                                                          "](",
                                                          ")",
                                                          "![",
                                                          "](x&amp;y)",
                                                          "<b>",
                                                          "</b>",
                                                          "<br>",
                                                          "<!--",
                                                          "-->",
                                                          "&amp;",
                                                          "&eacute;",
                                                          "&#233;",
                                                          "&nope;",
                                                          "\\",
                                                          "\\*",
                                                          "\\\n",
                                                          "  \n",
                                                          "\n# ",
                                                          "\n- ",
                                                          "\n  - ",
                                                          "\n1. ",
                                                          "\n> ",
                                                          "\n>> ",
                                                          "\n```\n",
                                                          "\n    ",
                                                          "\n\n",
                                                          "\n| a | b |\n|---|---|\n",
                                                          "|",
                                                          "\n---\n",
                                                          "\n===\n",
                                                          "\n<div>",
                                                          "</div>\n",
                                                          "\n[a]: b\n",
                                                          "[a]",
                                                          "<https://x.com>",
                                                          "<variable id=1>",
                                                          "\n- [ ] ",
                                                          "\n<p hidden>",
                                                          "\t"};

constexpr std::array<std::string_view, 56> html_marks{"<b>",
                                                      "</b>",
                                                      "<i>",
                                                      "</i>",
                                                      "<a href='x?a&amp;b'>",
                                                      "</a>",
                                                      "<p>",
                                                      "</p>",
                                                      "<div>",
                                                      "</div>",
                                                      "<br>",
                                                      "<br/>",
                                                      "<ul>",
                                                      "<ol>",
                                                      "<li>",
                                                      "</li>",
                                                      "</ul>",
                                                      "</ol>",
                                                      "<blockquote>",
                                                      "</blockquote>",
                                                      "<pre>",
                                                      "</pre>",
                                                      "<code>",
                                                      "</code>",
                                                      "<h2>",
                                                      "</h2>",
                                                      "<table>",
                                                      "<tr>",
                                                      "<td>",
                                                      "</td>",
                                                      "</tr>",
                                                      "</table>",
                                                      "&amp;",
                                                      "&nbsp;",
                                                      "&lt;",
                                                      "&eacute;",
                                                      "&hearts;",
                                                      "&#8217;",
                                                      "&#x1F600;",
                                                      "&nope;",
                                                      "&",
                                                      "<",
                                                      ">",
                                                      "<!-- x -->",
                                                      "<!--",
                                                      "<script>x</script>",
                                                      "<style>",
                                                      "<span style='display:none'>",
                                                      "</span>",
                                                      "<div class=gmail_quote>",
                                                      "<div class=signature>",
                                                      "<img alt='x &amp; y' src=z>",
                                                      "<attribute key=a>",
                                                      "<hr>",
                                                      "<div style='white-space:pre-wrap'>",
                                                      "\"'"};

std::span<const std::string_view> marks_for(Syntax syntax) {
  if (syntax == Syntax::markdown) return markdown_marks;
  if (syntax == Syntax::html) return html_marks;
  return plain_marks;
}

std::string document(Syntax syntax, std::uint32_t seed) {
  RandomText random(seed);
  std::string out;
  for (std::size_t parts = random.below(12); parts > 0; --parts) {
    out += random.of(words, 3);
    out += random.of(marks_for(syntax), 2);
  }
  if (seed % 3 == 0) random.spoil(out);
  return out;
}

}  // namespace

TEST_CASE("Every document gives a sound reply") {
  for (const Syntax syntax : {Syntax::text, Syntax::markdown, Syntax::html}) {
    for (std::uint32_t seed = 0; seed < 10000; ++seed) {
      const std::string source = document(syntax, seed);
      const Reply reply = read(syntax, source);
      const std::string fault = fault_of(reply, source);
      if (fault.empty()) continue;
      CAPTURE(source, reply.text, static_cast<int>(syntax), seed);
      FAIL_CHECK(fault);
    }
  }
}

TEST_CASE("A document without some of its parts gives a sound reply without their words") {
  for (const Reader& reader : readers()) {
    for (std::uint32_t seed = 0; seed < 4000; ++seed) {
      RandomText random(seed);
      std::string source = document(reader.syntax, seed);
      Reply reply;
      for (std::size_t cuts = random.below(3) + 1; cuts > 0; --cuts) {
        const std::size_t from = reply.left_out.empty() ? 0 : reply.left_out.back().end;
        if (from >= source.size()) break;
        const auto begin = static_cast<std::uint32_t>(from + random.below(source.size() - from));
        if ((static_cast<unsigned char>(source[begin]) & 0xC0U) == 0x80U) continue;
        source.insert(begin, "{%hidden%}");
        reply.left_out.push_back({begin, begin + 10});
      }
      reader.read(source, reply);
      CAPTURE(source, reply.text, reader.name, seed);
      const std::string fault = fault_of(reply, source);
      if (!fault.empty()) FAIL_CHECK(fault);
      CHECK(reply.text.find("{%hidden%}") == std::string_view::npos);
    }
  }
}

TEST_CASE("A reply that is used again is as a new one") {
  Reply again;
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    for (const Reader& reader : readers()) {
      const std::string source = document(reader.syntax, seed);
      reader.read(source, again);
      const Reply once = read(reader.syntax, source);
      REQUIRE(again.text == once.text);
      REQUIRE(blocks_of(again) == blocks_of(once));
      REQUIRE(marks_of(again) == marks_of(once));
      REQUIRE(again.map.pieces().size() == once.map.pieces().size());
      REQUIRE(again.problems.size() == once.problems.size());
    }
  }
}

TEST_CASE("Escaped plain text reads as itself in each syntax") {
  constexpr std::array<std::string_view, 43> signs{"sorry",
                                                   "don't",
                                                   "Zo\u00eb",
                                                   "\U0001F600",
                                                   "a",
                                                   "R&D",
                                                   "&amp;",
                                                   "&lt",
                                                   "<b>",
                                                   "</p>",
                                                   "<!--",
                                                   "*",
                                                   "**so**",
                                                   "_",
                                                   "__so__",
                                                   "x_y",
                                                   "`",
                                                   "```",
                                                   "~~",
                                                   "[a](b)",
                                                   "![",
                                                   "]",
                                                   "\\",
                                                   "\\*",
                                                   "#",
                                                   "##",
                                                   "-",
                                                   "--",
                                                   "---",
                                                   "===",
                                                   "+",
                                                   "1.",
                                                   "2)",
                                                   ">",
                                                   "|",
                                                   "|-|",
                                                   "https://x.com/~a_b",
                                                   "www.x.com",
                                                   "{{a_b}}",
                                                   "$",
                                                   "\"",
                                                   ":-:",
                                                   "%{a}"};
  for (std::uint32_t seed = 0; seed < 5000; ++seed) {
    RandomText random(seed);
    std::string plain{signs[random.below(signs.size())]};
    for (std::size_t count = random.below(8); count > 0; --count) {
      constexpr std::array<std::string_view, 5> between{" ", " ", "", "\n", "\n\n"};
      plain += between[random.below(between.size())];
      plain += signs[random.below(signs.size())];
    }
    for (const Reader& reader : readers()) {
      const std::string escaped = reader.escape(plain);
      CAPTURE(reader.name, seed, escaped);
      REQUIRE(read(reader.syntax, escaped).text == plain);
    }
  }
}
