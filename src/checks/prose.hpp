#pragma once

#include <cstdint>
#include <string_view>

#include "document/document.hpp"
#include "text/ascii.hpp"

namespace tonelint {

/// Whether a token is a word in the writer's own prose: not quoted, not the name of a button.
[[nodiscard]] inline bool is_own_word(const Token& token) {
  return token.kind == Token::Kind::word &&
         (token.flags & (Token::hidden | Token::quoted | Token::label)) == 0;
}

/// Whether a word is `lower`, whatever its capitals; both are ASCII.
[[nodiscard]] inline bool is_word(std::string_view word, std::string_view lower) {
  return ascii::same_but_for_case(word, lower);
}

/// A word without what stands from its apostrophe on: "I" of "I've", "you" of "you’ll".
[[nodiscard]] inline std::string_view stem_of_contraction(std::string_view word) {
  // Behind the apostrophe stand two letters at most.
  const std::size_t size = word.size();
  for (std::size_t behind = 0; behind <= 2 && behind + 1 < size; ++behind) {
    const char last = word[size - behind - 1];
    if (last == '\'') return word.substr(0, size - behind - 1);
    if (last == '\x99' && size > behind + 3 && word.substr(size - behind - 3, 3) == "’") {
      return word.substr(0, size - behind - 3);
    }
  }
  return word;
}

/// The next word of a sentence at `i` or behind it, marks passed over; `end` if there is none.
[[nodiscard]] inline std::uint32_t word_from(const Document& document, std::uint32_t i,
                                             std::uint32_t end) {
  while (i < end && !document.tokens()[i].counts()) ++i;
  return i;
}

/// Whether a sentence ends in a question mark; a smiley or a quotation mark may stand behind it.
[[nodiscard]] inline bool is_question(const Document& document, const Sentence& sentence) {
  const auto tokens = document.tokens();
  std::uint32_t i = sentence.tokens.end;
  while (i > sentence.tokens.begin && tokens[i - 1].kind != Token::Kind::terminator) {
    if (tokens[--i].counts()) return false;
  }
  return i > sentence.tokens.begin &&
         document.text(tokens[i - 1]).find('?') != std::string_view::npos;
}

}  // namespace tonelint
