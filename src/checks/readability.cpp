#include "checks/readability.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace tonelint {
namespace {

using Bytes = std::uint64_t;

/// Eight times the same byte.
constexpr Bytes every(unsigned byte) { return 0x0101010101010101U * byte; }
constexpr Bytes marks = every(0x80);

/// Marks the bytes that are one of these letters; all bytes are ASCII.
template <class... Letters>
constexpr Bytes mark(Bytes bytes, Letters... letters) {
  return marks & ~(((bytes ^ every(static_cast<unsigned char>(letters))) + every(0x7F)) & ...);
}

/// Up to eight bytes, in lower case where they are letters, the first one lowest.
Bytes load(std::string_view text, std::size_t at, std::size_t size) {
  Bytes bytes = 0;
  if (at + 8 <= text.size()) {
    std::memcpy(&bytes, text.data() + at, 8);
  } else {
    std::memcpy(&bytes, text.data() + at, size);
  }
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  if (size < 8) bytes &= (Bytes{1} << 8 * size) - 1;
  return bytes | every(0x20);
}

/// Groups of vowels up to what is no letter: an apostrophe ends what is spoken as one word.
unsigned vowel_groups(std::string_view text, Span word) {
  Bytes count = 0;
  // After the first eight bytes two are read again, for what stands before.
  Bytes counted = ~Bytes{0};
  for (std::size_t at = word.begin;; at += 6, counted = ~Bytes{0xFFFF}) {
    const Bytes bytes = load(text, at, std::min<std::size_t>(word.end - at, 8));
    const Bytes others = ((bytes + every(0x7F - 'z')) | ~(bytes + every(0x80 - 'a'))) & marks;
    const Bytes inside = (others & -others) - 1;  // Up to the first of them.
    const Bytes vowels = mark(bytes, 'a', 'e', 'i', 'o', 'u', 'y') & inside;
    const Bytes starts = vowels & ~(vowels << 8) & counted;
    // "io", "ia", "eo" are mostly two: "radio", "idea"; not in "nation", "social", "region".
    Bytes pairs = vowels & ((mark(bytes, 'a', 'o') & mark(bytes, 'i') << 8) |
                            (mark(bytes, 'o') & mark(bytes, 'e') << 8));
    if (pairs != 0) pairs &= ~(mark(bytes, 't', 'c', 's', 'g') << 16) & counted;
    // No two of them stand at the same place.
    count += ((starts | pairs) >> 7) * every(1) >> 56;
    if (others != 0 || at + 8 >= word.end) break;
  }
  return static_cast<unsigned>(count);
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// Whether the last syllable that was counted is silent: "named", "makes", "note".
bool ends_silently(std::string_view word) {
  const auto ends = [&](std::string_view ending) {
    if (word.size() <= ending.size()) return false;
    return std::equal(ending.begin(), ending.end(), word.end() - static_cast<long>(ending.size()),
                      [](char a, char b) { return a == b || a == b + 32; });
  };
  const auto vowel_before = [&](std::size_t back) {
    return word.size() > back && is_vowel(word[word.size() - 1 - back]);
  };
  const std::size_t size = word.size();
  const char last = static_cast<char>(word[size - 1] | 0x20);
  if (last == 'e') return ends("le") ? vowel_before(2) : size > 1 && !vowel_before(1);
  if ((last != 's' && last != 'd') || size < 3 || (word[size - 2] | 0x20) != 'e') return false;
  if (vowel_before(2)) return false;
  if (last == 'd') return !ends("ted") && !ends("ded");
  return !ends("ses") && !ends("zes") && !ends("xes") && !ends("ches") && !ends("shes") &&
         !ends("ges") && !ends("ces");
}

/// Plain words only: no names in the middle of a sentence, no codes, nothing in another script.
bool is_plain(const Token& token) {
  constexpr unsigned never = Token::all_caps | Token::hidden | Token::label;
  return token.kind == Token::Kind::word &&
         (token.flags & (Token::ascii | never)) == Token::ascii &&
         (!token.has(Token::capitalised) || token.has(Token::sentence_start));
}

unsigned syllables_at(std::string_view text, Span word) {
  if (word.size() <= 2) {  // A quarter of all words; "io" is one that is spoken as two.
    const int first = text[word.begin] | 0x20;
    const int second = text[word.end - 1] | 0x20;
    return (first == 'i' && (second == 'o' || second == 'a')) || (first == 'e' && second == 'o')
               ? 2
               : 1;
  }
  const unsigned count = vowel_groups(text, word);
  if (count < 2) return 1;
  return count - (ends_silently(text.substr(word.begin, word.size())) ? 1 : 0);
}

}  // namespace

unsigned syllables(std::string_view word) {
  return syllables_at(word, {0, static_cast<std::uint32_t>(word.size())});
}

double reading_grade(const Document& document, Range tokens) {
  double words = 0;
  double spoken = 0;
  double sentences = 0;
  for (const Paragraph& paragraph : document.paragraphs()) {
    if (paragraph.kind != Block::Kind::paragraph || paragraph.part != Part::body) continue;
    for (const Sentence& sentence :
         document.sentences().subspan(paragraph.sentences.begin, paragraph.sentences.size())) {
      if (sentence.tokens.begin < tokens.begin || sentence.tokens.end > tokens.end) continue;
      unsigned plain = 0;
      unsigned heard = 0;
      for (const Token& token :
           document.tokens().subspan(sentence.tokens.begin, sentence.tokens.size())) {
        if (!is_plain(token)) continue;
        ++plain;
        heard += syllables_at(document.text(), token.span());
      }
      spoken += heard;
      if (plain < 3) continue;
      words += plain;
      ++sentences;
    }
  }
  if (sentences < 3) return 0;
  return 0.39 * words / sentences + 11.8 * spoken / words - 15.59;
}

}  // namespace tonelint
