#include <array>
#include <catch2/catch.hpp>

#include "input/random_text.hpp"
#include "input/show.hpp"
#include "text/utf8.hpp"

using namespace tonelint;
using PieceKind = SourceMap::Piece::Kind;

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

bool white_only(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = utf8::next(text, at);
    if (point != ' ' && point != '\t' && point != '\n' && point != '\r' && point != 0xA0)
      return false;
  }
  return true;
}

/// What is wrong with the pieces of a reply, or nothing.
std::string fault_of_pieces(const Reply& reply, std::string_view source) {
  if (reply.map.is_identity()) {
    const Span all = reply.map.to_source({0, static_cast<std::uint32_t>(reply.text.size())});
    return source.substr(all.begin, all.size()) == reply.text ? "" : "not the source's bytes";
  }
  std::size_t text = 0, behind = 0;
  for (const SourceMap::Piece& piece : reply.map.pieces()) {
    if (piece.text != text) return "a gap in the text";
    if (piece.source.begin < behind) return "a step back in the source";
    if (piece.source.end < piece.source.begin || piece.source.end > source.size()) return "outside";
    if (piece.kind == PieceKind::verbatim &&
        source.substr(piece.source.begin, piece.source.size()) !=
            reply.text.substr(piece.text, piece.size)) {
      return "verbatim is not the same";
    }
    if (piece.kind == PieceKind::inserted && !piece.source.empty()) return "inserted has bytes";
    text += piece.size;
    behind = piece.source.end;
  }
  return text == reply.text.size() ? "" : "text without a piece";
}

std::string fault_of_blocks(const Reply& reply) {
  std::size_t behind = 0;
  for (const Block& block : reply.blocks) {
    if (block.text.empty() || block.text.end > reply.text.size()) return "empty or outside";
    if (block.text.begin < behind) return "overlap";
    const std::string_view between = reply.text.substr(behind, block.text.begin - behind);
    if (reply.syntax != Syntax::text && !white_only(between)) return "text outside of blocks";
    if (white_only(reply.text.substr(block.text.begin, block.text.size()))) return "white block";
    behind = block.text.end;
  }
  if (reply.syntax == Syntax::text) return "";
  return white_only(reply.text.substr(behind)) ? "" : "text behind the blocks";
}

std::string fault_of_marks(const Reply& reply) {
  std::size_t before = 0;
  for (const Mark& mark : reply.marks) {
    if (mark.text.empty() || mark.text.end > reply.text.size()) return "empty or outside";
    if (mark.text.begin < before) return "not in order";
    before = mark.text.begin;
  }
  return "";
}

bool is_word_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// Each word that can be edited is what its source bytes read as.
std::string fault_of_words(const Reply& reply, std::string_view source) {
  for (std::size_t at = 0; at < reply.text.size();) {
    std::size_t end = at;
    while (end < reply.text.size() && is_word_byte(reply.text[end])) ++end;
    if (end == at) {
      ++at;
      continue;
    }
    const std::string_view word = reply.text.substr(at, end - at);
    const auto span =
        reply.map.editable({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    if (span && read(reply.syntax, source.substr(span->begin, span->size())).text != word) {
      return std::string(word);
    }
    at = end;
  }
  return "";
}

}  // namespace

TEST_CASE("Every document gives a sound reply") {
  for (const Syntax syntax : {Syntax::text, Syntax::markdown, Syntax::html}) {
    for (std::uint32_t seed = 0; seed < 50000; ++seed) {
      const std::string source = document(syntax, seed);
      const Reply reply = read(syntax, source);
      const std::string faults[] = {fault_of_pieces(reply, source), fault_of_blocks(reply),
                                    fault_of_marks(reply), fault_of_words(reply, source),
                                    utf8::is_valid(reply.text) ? "" : "not UTF-8"};
      for (const std::string& fault : faults) {
        if (fault.empty()) continue;
        CAPTURE(source, reply.text, static_cast<int>(syntax), seed);
        FAIL_CHECK(fault);
      }
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
