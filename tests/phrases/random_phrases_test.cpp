#include <catch2/catch.hpp>
#include <set>

#include "input/random_text.hpp"
#include "phrases.hpp"

using namespace tonelint;
using namespace tonelint::phrase_test;

namespace {

using Words = std::vector<std::string>;
constexpr std::string_view words[] = {"red", "green", "blue", "grey"};

/// A phrase with all the ways it can be said, made along with it.
struct Random {
  std::string phrase;
  std::vector<Words> ways{{}};
};

void add_ways(Random& random, const std::vector<Words>& options) {
  std::vector<Words> product;
  for (const Words& way : random.ways) {
    for (const Words& option : options) {
      product.push_back(way);
      product.back().insert(product.back().end(), option.begin(), option.end());
    }
  }
  random.ways = std::move(product);
}

Random random_phrase(RandomText& chance) {
  Random random;
  const auto word = [&] { return std::string(words[chance.below(4)]); };
  for (std::size_t parts = 1 + chance.below(4); parts > 0; --parts) {
    const std::string a = word();
    const std::string b = word();
    const std::string c = word();
    switch (chance.below(4)) {
      case 0:
        random.phrase += "(" + a + "|" + b + " " + c + ") ";
        add_ways(random, {{a}, {b, c}});
        break;
      case 1:
        random.phrase += "[" + a + "] ";
        add_ways(random, {{a}, {}});
        break;
      case 2:
        random.phrase += "[" + a + " (" + b + "|" + c + ")] ";
        add_ways(random, {{a, b}, {a, c}, {}});
        break;
      default:
        random.phrase += a + " ";
        add_ways(random, {{a}});
    }
  }
  // Not everywhere: one word that must be there.
  const std::string last = word();
  random.phrase += last;
  add_ways(random, {{last}});
  return random;
}

using Places = std::set<std::pair<std::size_t, std::size_t>>;

/// Places of a phrase, found by trying every way at every word.
Places places(const Random& random, const Words& text) {
  Places found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const Words& way : random.ways) {
      if (at + way.size() <= text.size() &&
          std::equal(way.begin(), way.end(), text.begin() + static_cast<std::ptrdiff_t>(at))) {
        found.emplace(at, at + way.size());
      }
    }
  }
  return found;
}

}  // namespace

TEST_CASE("the automaton of random phrases finds what trying every way finds") {
  RandomText chance(11);
  for (int round = 0; round < 400; ++round) {
    std::vector<Random> randoms;
    std::vector<Written> written;
    for (std::size_t count = 1 + chance.below(5); count > 0; --count) {
      randoms.push_back(random_phrase(chance));
      written.emplace_back(randoms.back().phrase);
    }
    Phrases phrases(written);
    Words text;
    std::string bytes;
    for (std::size_t count = chance.below(20); count > 0; --count) {
      text.emplace_back(words[chance.below(4)]);
      bytes += (bytes.empty() ? "" : chance.below(5) == 0 ? ", " : " ") + text.back();
    }
    const Draft draft(bytes);
    // The place of a token among the words, without the commas.
    std::vector<std::size_t> word_at(draft.document.tokens().size() + 1);
    for (std::size_t i = 0; i < draft.document.tokens().size(); ++i) {
      word_at[i + 1] = word_at[i] + (draft.document.tokens()[i].kind == Token::Kind::word ? 1 : 0);
    }
    std::vector<Places> found(randoms.size());
    for (const Hit& hit : phrases.hits(draft)) {
      const std::uint32_t phrase = phrases.tables().alternatives[hit.alternative].phrase;
      found[phrase].emplace(word_at[hit.tokens.begin], word_at[hit.tokens.end]);
    }
    for (std::size_t i = 0; i < randoms.size(); ++i) {
      INFO(randoms[i].phrase << " in " << bytes);
      REQUIRE(found[i] == places(randoms[i], text));
    }
  }
}
