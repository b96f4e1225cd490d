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
  thread_local std::string scratch;
  scratch.clear();
  fold_append(bytes(i), scratch);
  return scratch;
}

std::uint32_t Reading::longest(const PhraseList& phrases, std::uint32_t i,
                               std::uint32_t end) const {
  if (i >= end || !is(i, Token::Kind::word)) return 0;
  if (tokens_[i].has(Token::ascii) && !phrases.may_begin_with(bytes(i))) return 0;
  // The line's first words, folded, are compared as a whole.
  thread_local std::string words;
  words.clear();
  std::uint32_t ends[8];  // Where each word ends in `words`.
  std::uint32_t count = 0;
  for (; i + count < end && count < 8 && is(i + count, Token::Kind::word); ++count) {
    if (count > 0) words += ' ';
    fold_append(bytes(i + count), words);
    ends[count] = static_cast<std::uint32_t>(words.size());
  }
  std::uint32_t best = 0;
  for (const std::string_view phrase : phrases.beginning_with(words[0])) {
    if (phrase[0] != words[0] || !std::string_view(words).starts_with(phrase)) continue;
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
  return !begins_sentences(bytes(i)) && !is_no_name(folded(i));
}

std::uint32_t Reading::line_end(std::uint32_t i, std::uint32_t end) const {
  for (++i; i < end && !tokens_[i].has(Token::newline_before);) ++i;
  return i;
}

}  // namespace tonelint
