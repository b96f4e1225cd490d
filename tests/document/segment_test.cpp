#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>

#include "document/tokenize.hpp"

using namespace tonelint;

namespace {

// One character or sequence each: all that the Latin rules decide, and all that may disturb them.
constexpr std::string_view alphabet[] = {
    "a",          "b",          "Z",          "0",          "9",
    " ",          " ",          " ",          ".",          ",",
    ";",          ":",          "'",          "\"",         "_",
    "@",          "-",          "/",          "(",          ")",
    "#",          "!",          "?",          "\t",         "\n",
    "\r",         "\r\n",       "\v",         "\f",         "%",
    "$",          "\u00e9",     "\u00d7",     "\u00aa",     "\u00b5",
    "\u00b7",     "\u00a0",     "\u00ad",     "\u0085",     "\u00b2",
    "\u00ab",     "\u0153",     "\u01c5",     "\u024f",     "\u0250",
    "\u02bc",     "\u02d7",     "\u0300",     "\u0345",     "\u0387",
    "\u2002",     "\u2007",     "\u200b",     "\u200c",     "\u200d",
    "\u200e",     "\u2013",     "\u2014",     "\u2018",     "\u2019",
    "\u201c",     "\u201d",     "\u2024",     "\u2026",     "\u2027",
    "\u2028",     "\u2029",     "\u202a",     "\u202f",     "\u203c",
    "\u203f",     "\u2044",     "\u2054",     "\u205f",     "\u2060",
    "\u2065",     "\u20ac",     "\u20e3",     "\u2122",     "\u2139",
    "\u2192",     "\u24b6",     "\u2603",     "\u2764",     "\ufe0f",
    "\ufe13",     "\ufe55",     "\uff07",     "\uff0e",     "\uff1a",
    "\uff3f",     "\uff10",     "\uff21",     "\u3000",     "\u05d0",
    "\u05f3",     "\u05f4",     "\u0627",     "\u060c",     "\u0661",
    "\u0e01",     "\u0e40",     "\u0e19",     "\u4e2d",     "\u6587",
    "\u3042",     "\u30a2",     "\u30fc",     "\uac00",     "\u1100",
    "\u0430",     "\u03b1",     "\U0001f600", "\U0001f44d", "\U0001f3fd",
    "\U0001f1fa", "\U0001f1f8", "\U0001f469", "\U0001f130", "\U0001f9d1",
    "\U0001d7ce", "\U000e0067", "\U000e007f", "\U0001fbf0", std::string_view("\0", 1),
};

std::string random_text(std::mt19937& random, std::size_t pool) {
  std::string text;
  const std::size_t length = 1 + random() % 12;
  for (std::size_t i = 0; i < length; ++i) text += alphabet[random() % pool];
  return text;
}

void expect_same(std::mt19937& random, std::size_t pool, int rounds) {
  for (int i = 0; i < rounds; ++i) {
    const std::string text = random_text(random, pool);
    if (word_boundaries(text) == icu_word_boundaries(text)) continue;
    CAPTURE(text);
    REQUIRE(word_boundaries(text) == icu_word_boundaries(text));
  }
}

}  // namespace

TEST_CASE("word boundaries are ICU's for any mixture of scripts") {
  std::mt19937 random(20);
  expect_same(random, std::size(alphabet), 150'000);
}

TEST_CASE("word boundaries are ICU's for ASCII, and for Latin with its punctuation") {
  std::mt19937 random(21);
  expect_same(random, 31, 50'000);
  expect_same(random, 83, 50'000);
}

TEST_CASE("each known character alone has ICU's boundaries beside letters, digits and joiners") {
  for (char32_t code = 1; code < 0x20000; ++code) {
    if (code >= 0xD800 && code < 0xE000) continue;
    std::string c;
    if (code < 0x80) {
      c.assign(1, static_cast<char>(code));
    } else if (code < 0x800) {
      c = {static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 0x3F))};
    } else if (code < 0x10000) {
      c = {static_cast<char>(0xE0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 0x3F)),
           static_cast<char>(0x80 | (code & 0x3F))};
    } else {
      c = {static_cast<char>(0xF0 | code >> 18), static_cast<char>(0x80 | (code >> 12 & 0x3F)),
           static_cast<char>(0x80 | (code >> 6 & 0x3F)), static_cast<char>(0x80 | (code & 0x3F))};
    }
    if (code >= 0x2C00 && code < 0xFE00) continue;  // All of it goes to ICU.
    const std::string text = "a" + c + "a1" + c + "1 " + c + " " + c + c + "_" + c;
    if (word_boundaries(text) == icu_word_boundaries(text)) continue;
    CAPTURE(static_cast<std::uint32_t>(code), text);
    REQUIRE(word_boundaries(text) == icu_word_boundaries(text));
  }
}

TEST_CASE("bytes that are not UTF-8 are cut as ICU cuts them") {
  for (const std::string text :
       {"a\xff z", "\xc3", "a \xe2\x80", "x\xf0\x9f\x98 y", "\x80\x80 a"}) {
    CHECK(word_boundaries(text) == icu_word_boundaries(text));
  }
}
