// A text comes back as it was, however it is written; a finding's bytes are its words; and a fix
// changes nothing but the text. With texts by chance, in every way of writing.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>

#include "library/files.hpp"
#include "library/written.hpp"
#include "world.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

const LoadedGuide& good() {
  return loaded(
      guide("very: {level: warning, find: {very good: \"9 good “\\\\: # é\"}, safe: true}\n"));
}
constexpr std::string_view better = "9 good “\\: # é";

/// One file with one reply.
struct Written {
  std::string name, bytes;
  const LibraryMapping* mapping = nullptr;
};

const LibraryMapping& mapping() {
  static const LibraryMapping mapping = [] {
    LibraryMapping made;
    made.records = "/*";
    made.text = "/body";
    made.name = "/title";
    return made;
  }();
  return mapping;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

std::string indented(const std::string& text, const std::string& eol, bool folded) {
  std::string out;
  bool begin = true;
  for (const char c : text) {
    if (c == '\n') {
      out += folded && !begin ? eol + eol : eol;
      begin = true;
    } else if (folded && c == ' ' && out.size() % 3 == 0) {
      out += eol + "    ";  // the line is folded here
    } else {
      if (begin) out += "    ";
      out += c;
      begin = false;
    }
  }
  return out + eol;
}

Written write(Writing writing, const std::string& text, const std::string& eol) {
  const std::string before = "- title: A" + eol + "  body: ";
  const std::string after = eol + "  tags: [a, 'b']  # kept" + eol;
  switch (writing) {
    case Writing::json_string: {
      nlohmann::json string = text;
      return {"a.json",
              "\xEF\xBB\xBF[{\"title\": \"A\" ,\"body\" :" + string.dump(-1, ' ', eol != "\n") +
                  "," + eol + "  \"tags\":[ ]}]",
              &mapping()};
    }
    case Writing::csv_bare:
      return {"a.csv", "title;body;tags" + eol + "A;" + text + ";x" + eol, &mapping()};
    case Writing::csv_quoted:
      return {"a.csv",
              "title,body,tags" + eol + "A,\"" + replaced(text, "\"", "\"\"") + "\",\"x\"" + eol,
              &mapping()};
    case Writing::yaml_plain:
      return {"a.yaml", before + replaced(text, " c", eol + "     c") + after, &mapping()};
    case Writing::yaml_single_quoted:
      return {"a.yaml", before + "'" + replaced(text, "'", "''") + "'" + after, &mapping()};
    case Writing::yaml_double_quoted: {
      std::string inside = replaced(replaced(text, "\\", "\\\\"), "\"", "\\\"");
      return {"a.yaml", before + "\"" + replaced(inside, "\n", "\\n") + "\"" + after, &mapping()};
    }
    case Writing::yaml_literal:
      return {"a.yaml", before + "|-" + eol + indented(text, eol, false) + after.substr(eol.size()),
              &mapping()};
    default:
      return {"a.yaml", before + ">-" + eol + indented(text, eol, true) + after.substr(eol.size()),
              &mapping()};
  }
}

constexpr Writing writings[] = {Writing::json_string,        Writing::csv_bare,
                                Writing::csv_quoted,         Writing::yaml_plain,
                                Writing::yaml_single_quoted, Writing::yaml_double_quoted,
                                Writing::yaml_literal,       Writing::yaml_folded};

/// A text that this way of writing can hold.
std::string text_for(Writing writing, std::mt19937& random) {
  const bool simple = writing == Writing::csv_bare || writing == Writing::yaml_plain;
  constexpr std::string_view words[] = {"very good", "café",  "car", "it's", "😀",
                                        "\"so\"",    "\\way", "\n",  "\n\n"};
  std::string out = "It is";
  bool broken = false;
  for (unsigned i = 2 + random() % 8; i > 0; --i) {
    const std::string_view word = words[random() % (simple ? 5 : std::size(words))];
    const bool breaks = word[0] == '\n';
    const bool flows = writing == Writing::yaml_single_quoted;  // cannot hold a line break simply
    if (breaks && (broken || flows || i == 1)) continue;
    if (!breaks && !broken) out += ' ';
    out += word;
    broken = breaks;
  }
  return broken ? out + "end" : out;
}

}  // namespace

TEST_CASE("texts, findings and fixes in every way of writing") {
  std::mt19937 random(3);
  for (int i = 0; i < 1200; ++i) {
    const Writing writing = writings[static_cast<std::size_t>(i) % std::size(writings)];
    const std::string text = text_for(writing, random);
    const Written file = write(writing, text, i % 3 == 0 ? "\r\n" : "\n");
    INFO(file.bytes);
    const auto replies = replies_of(file.name, file.bytes, file.mapping);
    REQUIRE(replies.size() == 1);
    REQUIRE(replies[0].problems.empty());
    REQUIRE(replies[0].writing == writing);
    REQUIRE(replies[0].text() == text);

    const Report report = lint(*good().guide, replies[0]);
    for (const Diagnostic& found : report.diagnostics) {
      REQUIRE(found.span.begin >= replies[0].written.begin);
      REQUIRE(found.span.end <= replies[0].written.end);
      // The line break of a folded text may stand between the words.
      std::string bytes(file.bytes.substr(found.span.begin, found.span.size()));
      std::string words;
      for (const char c : bytes) {
        const bool white = c == ' ' || c == '\n' || c == '\r';
        if (!white || !words.ends_with(' ')) words += white ? ' ' : c;
      }
      REQUIRE(words == "very good");
    }

    const SavedReplyFix fixed = fix(*good().guide, replies[0]);
    REQUIRE(fixed.fixed == report.diagnostics.size());
    std::string after = file.bytes;
    for (auto edit = fixed.edits.rbegin(); edit != fixed.edits.rend(); ++edit) {
      after.replace(edit->span.begin, edit->span.size(), edit->text);
    }
    INFO(after);
    const auto again = replies_of(file.name, after, file.mapping);
    REQUIRE(again.size() == 1);
    REQUIRE(again[0].problems.empty());
    REQUIRE(again[0].text() == replaced(text, "very good", better));
    REQUIRE(after.substr(0, replies[0].written.begin) ==
            file.bytes.substr(0, replies[0].written.begin));
    REQUIRE(after.substr(again[0].written.end) == file.bytes.substr(replies[0].written.end));
    REQUIRE(fix(*good().guide, again[0]).edits.empty());
  }
}

TEST_CASE("blocks of YAML keep and lose the line breaks at their end as their sign says") {
  const auto text = [](const std::string& header, const std::string& lines) {
    const std::string file = "- body: " + header + "\n" + lines;
    const auto replies = replies_of("a.yaml", file, &mapping());
    return replies.size() == 1 ? replies[0].text() : "?";
  };
  CHECK(text("|", "    a\n    b\n\n- x: 1\n").substr(0, 9) == "a\nb\n");
  CHECK(text("|-", "    a\n    b\n\n") == "a\nb");
  CHECK(text("|+", "    a\n\n\n") == "a\n\n\n");
  CHECK(text("|2", "     a\n    b\n") == " a\nb\n");
  CHECK(text(">", "    a\n    b\n\n    c\n      d\n    e\n") == "a b\nc\n  d\ne\n");
  CHECK(text("|  # a word", "\n    a\n") == "\na\n");
}

TEST_CASE("plain and quoted YAML over several lines") {
  const auto text = [](const std::string& scalar) {
    const std::string file = "- body: " + scalar + "\n  b: 1\n";
    const auto replies = replies_of("a.yaml", file, &mapping());
    return replies.size() == 1 ? replies[0].text() : "?";
  };
  CHECK(text("one\n    two\n\n    three # no") == "one two\nthree");
  CHECK(text("'it''s\n    so'") == "it's so");
  CHECK(text("\"a\\\n    b \\u00e9\\x41\n\n    c\"") == "ab éA\nc");
}
