#include <re2/re2.h>

#include <catch2/catch.hpp>

#include "input/random_text.hpp"
#include "phrases.hpp"

using namespace tonelint;
using namespace tonelint::phrase_test;

TEST_CASE("an expression finds all its matches") {
  CHECK(found("/\\b[A-Z]{2}\\d{6}\\b/", "AB123456 and XY654321, ABC123456") ==
        "AB123456 | XY654321");
  CHECK(found("/(?i)re-?open/", "Reopen or RE-OPEN") == "Reopen | RE-OPEN");
  CHECK(found("/É\\w/", "Éa and éb") == "Éa");
  CHECK(found("/(?i)école/", "ÉCOLE, école") == "ÉCOLE | école");
}

TEST_CASE("round brackets mark the words an expression is about") {
  CHECK(found("/order (\\d+) is/", "Your order 55 is here, order 66 is not") == "55 | 66");
  CHECK(found("/(?:my|our) order/", "our order") == "our order");
  CHECK(found("/ab(c)?d/", "abd, abcd") == "abd | c");
}

TEST_CASE("an expression that may match nothing goes on behind it") {
  CHECK(found("/\\bx*/", "a xx b") == "xx");
}

TEST_CASE("an expression is not tried at each curly quote or emoji for one that begins alike") {
  for (const std::string_view expression : {"…", "[a-z](?:\\.\\.\\.+|…)", "💙", "(?:💔|🤗)"}) {
    CAPTURE(expression);
    const std::vector<NeededPair> pairs = needed_pairs(expression);
    REQUIRE(!pairs.empty());
    CHECK_FALSE((pairs[0].first[0xE2] && pairs[0].second[0x80]));
    CHECK_FALSE((pairs[0].first[0xF0] && pairs[0].second[0x9F]));
  }
}

TEST_CASE("expressions find in random texts what RE2 finds by itself") {
  const std::vector<std::string> expressions = {
      "refund|credit", "(?i)REFUND",  "order \\d+",     "[Cc]redit note", "no(w|t)",
      "\\b\\d{3}\\b",  "é+t",         "(?i)straße|été", "x?refunds?",     "(?i)k\\w",
      "Рим|РИМ",       "(?i)рим",     "xé?t",           "x(été)?n",       "é{2}t",
      "[éx]t",         "^*refund",    "no\\b?w",        "n(o|é)?w",       "(?i)ask\\w",
      "n.t",           "\\d{3}4?r",   "(?:x|éé)t",      "(?i)it['’]s",    "(?i)[…k]ey",
      "[’'s]x",        "(?i)…s?n",    "(?i)[é-ü]t",     "[à-я]t",         "\\.\\s?x",
      "(?:t|ed)['’]s", "(?i)no ?\\d", "(?i)[K]ey",
  };
  constexpr std::string_view pieces[] = {
      "refund", "Refund", "CREDIT", " note", " ",      "order ", "123",    "4",     "now",
      "not ",   "été",    "ÉTÉ",    "x",     "credit", "s ",     "Straße", "key ",  "\n",
      "Рим ",   "рИМ",    "xt",     "éét",   "xn",     "aſK",    "ask",    "It's ", "IT’s",
      "…",      "…ſ",     "K",      ". ",    "’x",     "ed's ",  "5"};
  RandomText random(7);
  for (int round = 0; round < 300; ++round) {
    const std::string text = random.of(pieces, 12);
    for (const std::string& expression : expressions) {
      Phrases phrases({"/" + expression + "/"});
      const Expressions compiled(1);
      std::string wanted;
      std::string got;
      const RE2 plain(expression);
      re2::StringPiece match;
      for (std::size_t at = 0; plain.Match(text, at, text.size(), RE2::UNANCHORED, &match, 1);) {
        const auto begin = static_cast<std::size_t>(match.data() - text.data());
        wanted += std::to_string(begin) + "-" + std::to_string(begin + match.size()) + " ";
        at = begin + match.size();
      }
      const bool grouped = plain.NumberOfCapturingGroups() != 0;
      std::vector<Expressions::Match> matches;
      compiled.find(phrases.tables(), in_draft, text, matches);
      for (const auto& [alternative, span] : matches) {
        got += std::to_string(span.begin) + "-" + std::to_string(span.end) + " ";
      }
      INFO(expression << " in " << text);
      if (!grouped) REQUIRE(got == wanted);
      if (grouped) REQUIRE(got.empty() == wanted.empty());
    }
  }
}
