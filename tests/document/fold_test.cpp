#include "document/fold.hpp"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>

#include <catch2/catch.hpp>

#include "text/utf8.hpp"

using namespace tonelint;

TEST_CASE("words are folded for comparison") {
  const auto [word, folded] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"Don’t", "don't"},
      {"DON＇T", "don't"},
      {"Straße", "strasse"},
      {"ÉTÉ Łódź ŸŽ", "été łódź ÿž"},
      {"Cafe\u0301", "café"},
      {"ΣΑΣ", "σασ"},
      {"ПРИВЕТ", "привет"},
      {"extra\u00adordinary", "extraordinary"},
      {"İI", "i\u0307i"},
      {"Ｆｕｌｌ", "ｆｕｌｌ"},
      {"你好", "你好"},
  }));
  CHECK(fold(word) == folded);
}

TEST_CASE("Latin letters fold as ICU folds them") {
  for (char32_t code = 0x80; code < 0x250; ++code) {
    if (code == 0xAD) continue;
    std::string word;
    utf8::append(word, code);
    std::string folded;
    std::string expected;
    UErrorCode status = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&folded);
    icu::CaseMap::utf8Fold(0, word, sink, nullptr, status);
    icu::StringByteSink<std::string> composed(&expected);
    icu::Normalizer2::getNFCInstance(status)->normalizeUTF8(0, folded, composed, nullptr, status);
    CAPTURE(static_cast<std::uint32_t>(code));
    REQUIRE(fold(word) == expected);
  }
}

TEST_CASE("folding appends") {
  std::string out = "a ";
  fold_append("ПРИВЕТ", out);
  fold_append(" B", out);
  CHECK(out == "a привет b");
}
