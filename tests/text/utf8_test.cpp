#include "text/utf8.hpp"

#include <catch2/catch.hpp>

using namespace tonelint;
using namespace std::string_literals;

namespace {

std::string read_again(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) utf8::append(out, utf8::next(text, at));
  return out;
}

const std::string bad = std::string(utf8::replacement_bytes);

}  // namespace

TEST_CASE("the beginning of a text cuts no code point, and keeps bytes that are none") {
  CHECK(utf8::prefix("añb", 4) == "añb");
  CHECK(utf8::prefix("añb", 3) == "añ");
  CHECK(utf8::prefix("añb", 2) == "a");
  CHECK(utf8::prefix("😀", 3).empty());
  CHECK(utf8::prefix("\x80\x80\x80\x80\x80\x80", 5) == "\x80\x80");
}

TEST_CASE("Valid UTF-8 is read and written as it is") {
  for (const std::string_view text :
       {"", "plain", "caf\u00e9", "\u4f60\u597d", "\U0001F600", "\uFFFD", "\uD7FF\uE000"}) {
    CAPTURE(text);
    CHECK(utf8::is_valid(text));
    CHECK(read_again(text) == text);
  }
}

TEST_CASE("Each maximal subpart of invalid UTF-8 is one U+FFFD") {
  struct Case {
    std::string bytes, read;
  };
  // The examples of the Unicode Standard, section 3.9, tables 3-8 to 3-11.
  const Case cases[] = {
      {"a\x80z", "a" + bad + "z"},
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", bad + bad + bad + bad + bad + bad + bad + bad + "A"},
      {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", bad + bad + bad + bad + bad + bad + bad + bad + "A"},
      {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", bad + bad + bad + bad + bad + "A" + bad + bad + "B"},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", bad + bad + bad + bad + "A"},
      {"cut off \xF0\x9F\x98", "cut off " + bad},
  };
  for (const Case& each : cases) {
    CHECK(read_again(each.bytes) == each.read);
    CHECK_FALSE(utf8::is_valid(each.bytes));
  }
}

TEST_CASE("The valid prefix ends at the first bad byte, wherever it stands") {
  for (std::size_t place = 0; place < 40; ++place) {
    std::string text(40, 'x');
    text[place] = '\xFF';
    CHECK(utf8::valid_prefix(text) == place);
    CHECK(utf8::ascii_prefix(text) == place);
  }
}

TEST_CASE("What is no scalar value is written as U+FFFD") {
  std::string out;
  utf8::append(out, 0xD800);
  utf8::append(out, 0x110000);
  CHECK(out == bad + bad);
}

TEST_CASE("Lengths count code points and UTF-16 units") {
  CHECK(utf8::length("a\u00e9\u4f60\U0001F600") == 4);
  CHECK(utf8::utf16_length("a\u00e9\u4f60\U0001F600") == 5);
  CHECK(utf8::length("\xFF\xFF") == 2);
}
