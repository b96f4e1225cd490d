#include "input/suppression.hpp"

#include <catch2/catch.hpp>

#include "input/show.hpp"

using namespace tonelint;

namespace {

/// "kind rule,rule (reason) [comment]" for each comment, one in a line.
std::string comments_of(std::string_view bytes, const Reply& reply) {
  constexpr std::string_view kinds[] = {"next", "line", "begin", "end", "unknown"};
  const auto text = [&](Span span) { return std::string(bytes.substr(span.begin, span.size())); };
  std::string out;
  for (const Suppression& each : reply.suppressions) {
    out += kinds[static_cast<std::size_t>(each.kind)];
    std::string_view before = " ";
    for (const Span rule : each.rules) {
      out.append(before).append(text(rule));
      before = ",";
    }
    if (!each.reason.empty()) out += " (" + text(each.reason) + ")";
    out += " [" + text(each.source) + "]\n";
  }
  return out;
}

std::string comments_of(Syntax syntax, std::string_view bytes) {
  return comments_of(bytes, read(syntax, bytes));
}

}  // namespace

TEST_CASE("comments to tonelint are read in all their forms") {
  struct Case {
    std::string comment, read;
  };
  const Case cases[] = {
      {"<!-- tonelint-disable -->", "begin"},
      {"<!--tonelint-enable-->", "end"},
      {"<!-- tonelint-disable-line a-b -->", "line a-b"},
      {"<!-- tonelint-disable-next-line a, b c -- told so -->", "next a,b,c (told so)"},
      {"<!-- tonelint-disable a — told\nso -->", "begin a (told\nso)"},
      {"<!-- tonelint-disable -- all of it -- really -->", "begin (all of it -- really)"},
      {"<!-- tonelint-disable a -- -->", "begin a"},
      {"<!-- tonelint-disable-all -->", "unknown"},
      {"{# tonelint-disable-line a -- b #}", "line a (b)"},
      {"{#- tonelint-disable-line a -- b -#}", "line a (b)"},
      {"{% comment %}tonelint-disable-line a -- b{% endcomment %}", "line a (b)"},
      {"{%- comment -%} tonelint-disable-line a {%- endcomment -%}", "line a"},
      {"{#&nbsp;tonelint-disable-line&nbsp;a -- b&nbsp;#}", "line a (b)"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.comment);
    CHECK(comments_of(Syntax::html, "x " + each.comment + " y") ==
          each.read + " [" + each.comment + "]\n");
  }
}

TEST_CASE("what only looks like a comment to tonelint is text") {
  for (const std::string text :
       {"Write tonelint-disable there.", "<!-- we use tonelint-disable -->", "{# tonelint-x",
        "{% if tonelint-x %}", "{{!-- tonelint-disable --}}", "{% comment %} tonelint-x {% end %}",
        "{ # tonelint-disable #}"}) {
    CAPTURE(text);
    CHECK(comments_of(Syntax::html, text).empty());
  }
}

TEST_CASE("comments to tonelint are no text of the reply") {
  struct Case {
    Syntax syntax;
    std::string source, blocks;
  };
  const Case cases[] = {
      {Syntax::html, "<p>One <!-- tonelint-disable-line -->two.</p>", "paragraph: One two.\n"},
      {Syntax::html, "<p>One{# tonelint-disable-line a -- b &amp; c #} two.</p>",
       "paragraph: One two.\n"},
      {Syntax::html, "<p>{# tonelint-disable #}</p><p>One.</p>", "paragraph: One.\n"},
      {Syntax::markdown, "<!-- tonelint-disable-next-line a -- b -->\nOne.", "paragraph: One.\n"},
      {Syntax::markdown, "One. <!-- tonelint-disable-line a -- b -->", "paragraph: One.\n"},
      {Syntax::markdown, "- One {# tonelint-disable-line *a* #}\n- Two", "item: One\nitem: Two\n"},
      {Syntax::markdown, "{# tonelint-disable #}\nOne.", "paragraph: One.\n"},
      {Syntax::markdown, "{% comment %}\ntonelint-disable\n{% endcomment %}\n\nOne.",
       "paragraph: One.\n"},
      {Syntax::text, "{# tonelint-disable #}\nOne.", "paragraph: One.\n"},
      {Syntax::text, "One {% comment %}tonelint-disable-line{% endcomment %}", "paragraph: One\n"},
      {Syntax::text, "One.\n{# tonelint-disable-next-line a #}\nTwo.",
       "paragraph: One.\nparagraph: Two.\n"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.source);
    const Reply reply = read(each.syntax, each.source);
    CHECK(blocks_of(reply) == each.blocks);
    CHECK(reply.suppressions.size() == 1);
  }
}

TEST_CASE("the text around a comment keeps its place") {
  const std::string source = "One {# tonelint-disable-line #}two";
  const Reply reply = read(Syntax::text, source);
  REQUIRE(reply.text == "One two");
  CHECK(reply.map.to_source({4, 7}) == Span{31, 34});
  CHECK_FALSE(reply.map.editable({0, 7}));
}

TEST_CASE("code in Markdown shows what looks like a comment") {
  const Reply reply = read(Syntax::markdown, "Write `<!-- tonelint-disable -->`.");
  CHECK(reply.text == "Write <!-- tonelint-disable -->.");
  CHECK(reply.suppressions.empty());
}

TEST_CASE("a comment that plain text would show is a problem") {
  const Reply reply = read(Syntax::text, "Hi <!-- tonelint-disable -->");
  CHECK(reply.text == "Hi <!-- tonelint-disable -->");
  CHECK(reply.suppressions.empty());
  REQUIRE(reply.problems.size() == 1);
  CHECK(reply.problems[0].rule == "suppression/visible");
  CHECK(reply.problems[0].span == Span{3, 28});
}

TEST_CASE("no more comments are read than a reply can need") {
  std::string source;
  for (int i = 0; i < 300; ++i) source += "{# tonelint-disable #}";
  const Reply reply = read(Syntax::text, source);
  CHECK(reply.suppressions.size() == 200);
  REQUIRE(reply.problems.size() == 1);
  CHECK(reply.problems[0].rule == "suppression/too-many");
}

TEST_CASE("marks inside a comment that Markdown does not know as one leave nothing behind") {
  const Reply reply = read(Syntax::markdown, "s<!--tonelint-**S** *t*---> **u**");
  CHECK(reply.text == "s u");
  CHECK(marks_of(reply) == "strong: u\n");
}
