#include "library/tone_traits.hpp"

#include "checks/prose.hpp"
#include "document/word_list.hpp"

namespace tonelint {
namespace {

/// Before them "'s" is "is": not "the customer's".
constexpr WordList before_is({"it", "that", "here", "there", "what", "let", "who", "where", "how",
                              "he", "she", "everything"});
constexpr WordList before_not({"do", "does", "did", "is", "are", "was", "were", "will", "would",
                               "could", "should", "has", "have", "had"});
constexpr WordList plural({"we", "you", "they"});

bool is_contraction(std::string_view word) {
  const std::string_view stem = stem_of_contraction(word);
  std::string_view end = word.substr(stem.size());
  if (end.empty()) return false;
  end.remove_prefix(end.front() == '\'' ? 1 : std::string_view("’").size());
  if (end == "s") return before_is.contains(stem);
  return end == "t" || end == "re" || end == "ve" || end == "ll" || end == "m" || end == "d";
}

/// Two words that people contract: "do not", "we will".
bool could_contract(std::string_view first, std::string_view second) {
  if (is_word(second, "not")) return before_not.contains(first);
  if (is_word(first, "i")) return is_word(second, "am") || is_word(second, "will");
  if (plural.contains(first)) return is_word(second, "are") || is_word(second, "will");
  return is_word(first, "it") && is_word(second, "is");
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
    if (is_word(word, "cannot")) ++counts.full_forms;
    const std::string_view own = stem_of_contraction(word);
    if (own == "I") ++counts.i;
    if (is_word(own, "we")) ++counts.we;
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

ToneTraits tone_traits_of(const Document& document) {
  ToneTraits traits;
  const auto tell = [&](ToneTrait trait, bool has) {
    traits.told |= trait;
    if (has) traits.has |= trait;
  };
  const Range greeting = document.part(Part::greeting);
  tell(greets, !greeting.empty());
  if (!greeting.empty()) {
    tell(greets_by_name, !document.greeting_name().empty() || has_placeholder(document, greeting));
    if (const Range words = document.greeting_words(); !words.empty()) {
      tell(says_dear, is_word(document.text(document.tokens()[words.begin]), "dear"));
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
