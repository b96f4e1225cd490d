#include "checks/readability.hpp"

#include <algorithm>

namespace tonelint {
namespace {

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// Plain words only: no names in the middle of a sentence, no codes, nothing in another script.
bool is_plain(const Token& token) {
  return token.kind == Token::Kind::word && token.has(Token::ascii) &&
         !token.has(Token::all_caps) && (token.flags & (Token::hidden | Token::label)) == 0 &&
         (!token.has(Token::capitalised) || token.has(Token::sentence_start));
}

}  // namespace

unsigned syllables(std::string_view word) {
  std::string_view rest = word;
  unsigned count = 0;
  bool in_group = false;
  char last = 0;
  char before = 0;
  for (const char letter : rest) {
    const char c = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    if (c < 'a' || c > 'z') break;  // an apostrophe ends what is spoken as one word
    const bool vowel = is_vowel(c);
    if (vowel && !in_group) ++count;
    // "io", "ia", "eo", "ua" after a vowel are mostly two: "radio", "idea", "actual".
    if (vowel && in_group &&
        ((last == 'i' && (c == 'o' || c == 'a')) || (last == 'e' && c == 'o')) && before != 't' &&
        before != 'c' && before != 's' && before != 'g') {
      ++count;
    }
    in_group = vowel;
    before = last;
    last = c;
  }
  const auto ends = [&](std::string_view ending) {
    if (rest.size() <= ending.size()) return false;
    return std::equal(ending.begin(), ending.end(), rest.end() - static_cast<long>(ending.size()),
                      [](char a, char b) { return a == b || a == b + 32; });
  };
  const auto vowel_before = [&](std::size_t back) {
    return rest.size() > back && is_vowel(rest[rest.size() - 1 - back]);
  };
  if (count > 1) {
    if (ends("es") && !ends("ses") && !ends("zes") && !ends("xes") && !ends("ches") &&
        !ends("shes") && !ends("ges") && !ends("ces") && !vowel_before(2)) {
      --count;
    } else if (ends("ed") && !ends("ted") && !ends("ded") && !vowel_before(2)) {
      --count;
    } else if (ends("e") && !ends("le") && !vowel_before(1)) {
      --count;
    } else if (ends("le") && vowel_before(2)) {
      --count;
    }
  }
  return std::max(count, 1U);
}

double reading_grade(const Document& document, Range tokens) {
  double words = 0;
  double spoken = 0;
  double sentences = 0;
  for (const Sentence& sentence : document.sentences()) {
    if (sentence.tokens.begin < tokens.begin || sentence.tokens.end > tokens.end) continue;
    const Paragraph& paragraph =
        document.paragraphs()[document.paragraph_of(sentence.tokens.begin)];
    if (paragraph.kind != Block::Kind::paragraph || paragraph.part != Part::body) continue;
    double plain = 0;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const Token& token = document.tokens()[i];
      if (!is_plain(token)) continue;
      ++plain;
      spoken += syllables(document.text(token));
    }
    if (plain < 3) continue;
    words += plain;
    ++sentences;
  }
  if (sentences < 3) return 0;
  return 0.39 * words / sentences + 11.8 * spoken / words - 15.59;
}

}  // namespace tonelint
