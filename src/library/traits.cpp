#include "library/traits.hpp"

#include <string>

#include "document/word_list.hpp"

namespace tonelint {
namespace {

/// Before them "'s" is "is": not "the customer's".
constexpr WordList before_is({"it", "that", "here", "there", "what", "let", "who", "where", "how",
                              "he", "she", "everything"});
constexpr WordList before_not({"do", "does", "did", "is", "are", "was", "were", "will", "would",
                               "could", "should", "has", "have", "had"});
constexpr WordList plural({"we", "you", "they"});

/// The part behind the apostrophe: "ll" of "we’ll"; empty when there is none.
std::string_view behind_apostrophe(std::string_view word) {
  const std::size_t straight = word.rfind('\'');
  if (straight != std::string_view::npos) return word.substr(straight + 1);
  const std::size_t curly = word.rfind("’");
  return curly == std::string_view::npos ? std::string_view() : word.substr(curly + 3);
}

std::string_view before_apostrophe(std::string_view word) {
  return word.substr(0, std::min(word.find('\''), word.find("’")));
}

bool is_contraction(std::string_view word) {
  const std::string_view end = behind_apostrophe(word);
  if (end.empty()) return false;
  if (end == "s") return before_is.contains(before_apostrophe(word));
  return end == "t" || end == "re" || end == "ve" || end == "ll" || end == "m" || end == "d";
}

bool is(std::string_view word, std::string_view small) {
  return word.size() == small.size() &&
         std::equal(word.begin(), word.end(), small.begin(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a | 0x20 : a) == b; });
}

/// Two words that people contract: "do not", "we will".
bool could_contract(std::string_view first, std::string_view second) {
  if (is(second, "not")) return before_not.contains(first);
  if (is(first, "i")) return is(second, "am") || is(second, "will");
  if (plural.contains(first)) return is(second, "are") || is(second, "will");
  return is(first, "it") && is(second, "is");
}

struct Counts {
  std::size_t contractions = 0, full_forms = 0, i = 0, we = 0, exclamations = 0;
};

Counts count(const Document& document) {
  Counts counts;
  const std::span<const Token> tokens = document.tokens();
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (token.has(Token::hidden) || token.has(Token::quoted)) continue;
    const std::string_view word = document.text(token);
    if (token.kind == Token::Kind::terminator) {
      counts.exclamations += word.find('!') != std::string_view::npos ? 1U : 0U;
    }
    if (token.kind != Token::Kind::word) continue;
    if (is_contraction(word)) ++counts.contractions;
    if (is(word, "cannot")) ++counts.full_forms;
    const std::string_view own = before_apostrophe(word);
    if (own == "I") ++counts.i;
    if (is(own, "we")) ++counts.we;
    if (at + 1 < tokens.size() && tokens[at + 1].kind == Token::Kind::word &&
        could_contract(word, document.text(tokens[at + 1]))) {
      ++counts.full_forms;
    }
  }
  return counts;
}

bool has_placeholder(const Document& document, Range tokens) {
  for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
    if (document.tokens()[at].kind == Token::Kind::placeholder) return true;
  }
  return false;
}

}  // namespace

Traits traits_of(const Document& document) {
  Traits traits;
  const auto tell = [&](Trait trait, bool has) {
    traits.told |= trait;
    if (has) traits.has |= trait;
  };
  const Range greeting = document.part(Part::greeting);
  tell(greets, !greeting.empty());
  if (!greeting.empty()) {
    tell(greets_by_name, !document.greeting_name().empty() || has_placeholder(document, greeting));
    if (const Range words = document.greeting_words(); !words.empty()) {
      tell(says_dear, is(document.text(document.tokens()[words.begin]), "dear"));
    }
  }
  tell(signs_off, !document.part(Part::sign_off).empty() || !document.sign_off_name().empty());
  const Counts counts = count(document);
  if (counts.contractions > 0 || counts.full_forms > 1) tell(contracts, counts.contractions > 0);
  if ((counts.i > 0) != (counts.we > 0)) tell(speaks_as_i, counts.i > 0);
  if (counts.exclamations != 1) tell(exclaims, counts.exclamations > 1);
  return traits;
}

}  // namespace tonelint
