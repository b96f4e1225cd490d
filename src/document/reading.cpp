#include <algorithm>

#include "document/abbreviations.hpp"
#include "document/anatomy.hpp"
#include "document/fold.hpp"
#include "document/salutations.hpp"

namespace tonelint {

bool Reading::is_dash(std::uint32_t i, std::uint32_t end) const {
  const std::string_view mark = bytes(i);
  if (mark == "–" || mark == "—") return true;
  return mark == "-" && (!joined(i) || i + 1 >= end || !joined(i + 1));
}

std::string_view Reading::folded(std::uint32_t i) const {
  const Token& token = tokens_[i];
  const auto is_capital = [](char c) { return 'A' <= c && c <= 'Z'; };
  const std::string_view word = bytes(i);
  if (token.has(Token::ascii) && std::none_of(word.begin(), word.end(), is_capital)) return word;
  thread_local std::string scratch;
  scratch.clear();
  fold_append(word, scratch);
  return scratch;
}

std::uint32_t Reading::longest(const PhraseList& phrases, std::uint32_t i,
                               std::uint32_t end) const {
  if (i >= end || !is(i, Token::Kind::word)) return 0;
  if (tokens_[i].has(Token::ascii) && !phrases.may_begin_with(bytes(i))) return 0;
  // The line's first words, folded, are compared as a whole; as many as phrases go on to ask for.
  thread_local std::string words;
  words.clear();
  fold_append(bytes(i), words);
  std::uint32_t ends[8] = {static_cast<std::uint32_t>(words.size())};  // Of each word in `words`.
  std::uint32_t count = 1;
  std::uint32_t best = 0;
  for (const std::string_view phrase : phrases.beginning_with(words[0])) {
    const std::size_t first = ends[0];  // Most phrases begin with another word.
    if (phrase.size() < first || (phrase.size() > first && phrase[first] != ' ')) continue;
    while (phrase.size() > words.size() && phrase.starts_with(words) && i + count < end &&
           count < 8 && is(i + count, Token::Kind::word)) {
      words += ' ';
      fold_append(bytes(i + count), words);
      ends[count++] = static_cast<std::uint32_t>(words.size());
    }
    if (!std::string_view(words).starts_with(phrase)) continue;
    for (std::uint32_t n = best; n < count; ++n) {
      if (ends[n] == phrase.size()) best = n + 1;
    }
  }
  return best;
}

bool Reading::may_name(std::uint32_t i) const {
  const Token& token = tokens_[i];
  if (token.kind == Token::Kind::placeholder) return true;
  if (token.kind != Token::Kind::word) return false;
  if (!token.has(Token::capitalised) && bytes(i)[0] != '@') return false;
  return !begins_sentences(bytes(i)) && !is_no_name(listed(i));
}

std::uint32_t Reading::line_end(std::uint32_t i, std::uint32_t end) const {
  for (++i; i < end && !tokens_[i].has(Token::newline_before);) ++i;
  return i;
}

}  // namespace tonelint
