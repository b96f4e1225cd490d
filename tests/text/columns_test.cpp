#include "text/columns.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "tonelint/terminal.hpp"

using tonelint::Cell;
using tonelint::columns_of;
using tonelint::next_cell;

namespace {

std::string shown(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const Cell cell = next_cell(text);
    tonelint::append_cell(out, text, cell);
    text.remove_prefix(cell.size);
  }
  return out;
}

}  // namespace

TEST_CASE("letters take one column, East Asian ones two") {
  CHECK(columns_of("") == 0);
  CHECK(columns_of("Dear Zoë,") == 9);
  CHECK(columns_of("様") == 2);
  CHECK(columns_of("ﾃｽﾄ") == 3);
  CHECK(columns_of("한국어") == 6);
}

TEST_CASE("marks take no column of their own") {
  CHECK(columns_of("e\u0301") == 1);
  CHECK(columns_of("\u1112\u1161\u11AB") == 2);  // a Hangul syllable in its three letters
  CHECK(next_cell("e\u0301x").size == 3);
}

TEST_CASE("an emoji sequence is one cell of two columns") {
  const char* text = GENERATE("😀", "❤️", "👍🏽", "👩‍👩‍👧‍👦",
                              "🏳️‍🌈", "🇵🇹", "1️⃣", "🤷🏾‍♀️",
                              "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F");
  CAPTURE(text);
  CHECK(next_cell(text).size == std::string_view(text).size());
  CHECK(columns_of(text) == 2);
}

TEST_CASE("two flags are two cells") {
  CHECK(columns_of("🇵🇹🇸🇪") == 4);
  CHECK(next_cell("🇵🇹🇸🇪").size == 8);
}

TEST_CASE("a joiner between letters joins nothing") { CHECK(columns_of("क्\u200Dष") == 2); }

TEST_CASE("what a terminal would act on is shown instead") {
  CHECK(shown("\x1b[31mred") == "␛[31mred");
  CHECK(shown("\r\n") == "␍␊");
  CHECK(shown("\x7f") == "␡");
  CHECK(shown("\u009b"
              "31m") ==
        "\uFFFD"
        "31m");
  CHECK(shown("\u202Eevil") ==
        "\uFFFD"
        "evil");
  CHECK(shown("a\tb") == "a    b");
  CHECK(columns_of("a\tb\x1b") == 7);
}

TEST_CASE("bytes that are no UTF-8 become replacement characters") {
  CHECK(shown("\xff\x80") == "\uFFFD\uFFFD");
  CHECK(shown("\xe2\x82 a") == "\uFFFD a");
  CHECK(shown("e\xcc") == "e\uFFFD");
  CHECK(columns_of("\xff") == 1);
}
