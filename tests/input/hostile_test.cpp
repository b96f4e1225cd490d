#include <catch2/catch.hpp>

#include "input/show.hpp"
#include "times.hpp"
#include "tonelint/context.hpp"

using namespace tonelint;
using tonelint::testing::times;

TEST_CASE("No source takes long to read") {
  using namespace std::string_view_literals;
  const std::string sources[] = {
      times(1000000, "x"),
      times(1000000, "\0"sv),
      times(1000000, "\xFF"),
      times(1000000, "&"),
      times(100000, "&hearts;"),
      times(100000, "<div>") + "x" + times(100000, "</div>"),
      times(100000, "<b>") + "x" + times(100000, "</b>"),
      times(100000, "<blockquote>") + "x",
      times(100000, "<ul><li>") + "x",
      times(50000, "<table><tr><td>") + "x",
      times(50000, "<div>") + times(50000, "</section>") + times(50000, "<p>"),
      "<b><div>" + times(50000, "<i>") + times(50000, "</b>"),
      times(100000, "<a "),
      times(100000, "<!--"),
      times(100000, "</script"),
      times(50000, "<!--tonelint-"),
      times(50000, "<!--tonelint-a-->"),
      times(50000, "{#tonelint-"),
      times(30000, "{% comment %}tonelint-{% endcomment"),
      times(100000, " tonelint-"),
      times(100000, ">") + "x\n\ny",
      times(100000, "- ") + "x\n\ny",
      times(100000, "*a "),
      times(50000, "**a *a "),
      times(100000, "[a]("),
      times(100000, "`a"),
      "    a\n" + times(200000, "\t") + "b\n",
      times(30000, "On 1 a\nOn 2 <a@b> wrote:\n> x\ny\n\n"),
      times(60000, "From: x\n\nTo: y\n"),
      times(50000, "-- \nSent from my iPhone\n"),
      times(2000, "|a") + "\n" + times(2000, "|-") + "\n" + times(20000, "|b|\n"),
  };
  for (const Reader& reader : readers()) {
    Reply reply;
    for (const std::string& source : sources) {
      CAPTURE(reader.name, source.substr(0, 40));
      reader.read(source,
                  reply);  // A square of the size would take minutes: the test would not end.
      CHECK(reply.problems.size() <= 21);
    }
  }
}

TEST_CASE("A comment may hold any number of spaces as editors write them") {
  const Reply reply =
      read(Syntax::html, "<!--tonelint-disable" + times(200000, "&nbsp;") + "a--> b");
  REQUIRE(reply.suppressions.size() == 1);
  CHECK(reply.suppressions[0].rules == std::vector{Span{1200020, 1200021}});
}

TEST_CASE("Code keeps all spaces that a line begins with") {
  const Reply reply = read(Syntax::markdown, "    a\n" + times(1000000, " ") + "b\n");
  CHECK(reply.text == "a\n" + times(1000000 - 4, " ") + "b\n");
}

TEST_CASE("A file of bad bytes is told of a few times") {
  const Reply reply = read(Syntax::text, times(1000, "a\xFF"));
  CHECK(reply.problems.size() == 20);
  CHECK(reply.text == times(1000, "a\uFFFD"));
}

TEST_CASE("A context of wrong keys is told of a few times") {
  const ContextFile file = read_context("c", "{" + times(100000, "\"\":1,") + "\"turn\":1}");
  REQUIRE(file.problems.size() == 20);
  CHECK(file.problems[19].position == Position{1, 97});
  CHECK(file.context.turn == 1U);
}

TEST_CASE("The reader is chosen by syntax, then by name") {
  const auto name_of_reader = [](std::string_view name, Syntax syntax) {
    return reader_for({.name = name, .bytes = "", .syntax = syntax}).name;
  };
  CHECK(name_of_reader("a.md", Syntax::automatic) == "markdown");
  CHECK(name_of_reader("dir.html/a.MARKDOWN", Syntax::automatic) == "markdown");
  CHECK(name_of_reader("a.htm", Syntax::automatic) == "html");
  CHECK(name_of_reader("a.txt", Syntax::automatic) == "text");
  CHECK(has_draft_ending("dir.html/a.TEXT"));
  CHECK_FALSE(has_draft_ending("a.docx"));
  CHECK_FALSE(has_draft_ending("text"));
  CHECK(name_of_reader("a.docx", Syntax::automatic) == "text");
  CHECK(name_of_reader("", Syntax::automatic) == "text");
  CHECK(name_of_reader("a.html", Syntax::text) == "text");
}
