#include "lint/facts.hpp"

#include <algorithm>

#include "document/fold.hpp"
#include "document/tokenize.hpp"

namespace tonelint {
namespace {

constexpr std::string_view titles[] = {"mr", "mrs",  "ms",        "miss",  "mx",
                                       "dr", "prof", "professor", "sir",   "mme",
                                       "m",  "herr", "frau",      "señor", "señora"};
/// A name that holds one of these is a firm's.
constexpr std::string_view firms[] = {"gmbh", "inc", "ltd", "llc",  "ag",   "corp",  "co",
                                      "plc",  "sa",  "bv",  "team", "shop", "store", "company"};

bool is_in(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Channel channel_of(std::string_view name, std::string_view of_guide) {
  for (const std::string_view wanted : {name, of_guide}) {
    const auto* found = std::find(std::begin(channel_names), std::end(channel_names), wanted);
    if (found != std::end(channel_names)) return static_cast<Channel>(found - channel_names);
  }
  return Channel::email;
}

void read_name(std::string_view name, std::vector<std::string>& folded) {
  folded.clear();
  thread_local std::vector<Token> tokens;
  tokens.clear();
  tokenize(name, tokens);
  for (const Token& token : tokens) {
    if (token.kind == Token::Kind::email || token.kind == Token::Kind::url) {
      return folded.clear();
    }
    if (token.kind != Token::Kind::word) continue;
    std::string word = fold(name.substr(token.begin, token.end - token.begin));
    if (is_in(word, firms)) return folded.clear();
    if (!is_in(word, titles)) folded.push_back(std::move(word));
  }
}

void find_given(const Document& document, const std::vector<std::string>& name,
                std::vector<GivenHit>& given) {
  given.clear();
  const auto tokens = document.tokens();
  const auto is_name = [&](const Token& token) {
    if (token.kind != Token::Kind::word || !token.has(Token::capitalised)) return false;
    thread_local std::string folded;
    folded.clear();
    fold_append(document.text(token), folded);
    return std::find(name.begin(), name.end(), folded) != name.end();
  };
  if (!name.empty()) {
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      if (!is_name(tokens[i])) continue;
      Range range{i, i + 1};
      while (range.end < tokens.size() && is_name(tokens[range.end])) ++range.end;
      given.push_back({list_customer, range});
      i = range.end;
    }
  }
  given.push_back({list_greeting, document.part(Part::greeting)});
  given.push_back({list_sign_off, document.part(Part::sign_off)});
  for (const Sentence& sentence : document.sentences()) {
    for (std::uint32_t i = sentence.tokens.end; i > sentence.tokens.begin; --i) {
      if (tokens[i - 1].kind == Token::Kind::terminator) {
        if (document.text(tokens[i - 1]).find('?') != std::string_view::npos) {
          given.push_back({list_question, sentence.tokens});
        }
        break;
      }
      if (tokens[i - 1].counts()) break;
    }
  }
}

}  // namespace tonelint
