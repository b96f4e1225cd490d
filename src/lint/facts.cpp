#include "lint/facts.hpp"

#include <algorithm>

#include "checks/prose.hpp"
#include "document/fold.hpp"

namespace tonelint {
Channel channel_of(std::string_view name, std::string_view of_guide) {
  for (const std::string_view wanted : {name, of_guide}) {
    const auto found = std::find(channel_names.begin(), channel_names.end(), wanted);
    if (found != channel_names.end()) return static_cast<Channel>(found - channel_names.begin());
  }
  return Channel::email;
}

void find_given(const Document& document, const std::vector<std::string>& name,
                std::vector<GivenHit>& given) {
  given.clear();
  const auto tokens = document.tokens();
  const auto is_name = [&](const Token& token) {
    if (token.kind != Token::Kind::word || !token.has(Token::capitalised)) return false;
    // Folding keeps the first letter of ASCII but for its case; few words begin as the name does.
    const char first = static_cast<char>(document.text()[token.begin] | 0x20);
    if (token.has(Token::ascii) &&
        std::none_of(name.begin(), name.end(),
                     [&](const std::string& each) { return each.front() == first; })) {
      return false;
    }
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
    if (is_question(document, sentence)) given.push_back({list_question, sentence.tokens});
  }
}

}  // namespace tonelint
