#include "checks/readability.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tonelint {
namespace {

/// What a letter is to the count of vowel groups.
enum Letter : std::uint8_t {
  consonant,
  hissing,  ///< t, c, s, g: "io" behind it is one sound, as in "nation".
  letter_a,
  letter_e,
  letter_i,
  letter_o,
  other_vowel,
  no_letter,
};
/// What was read last; e and i are open where no hissing letter stands before them.
enum State : std::uint8_t { after_consonant, after_hissing, after_vowel, open_e, open_i, ended };
/// The row of `steps` to go on in, and from `group` on the vowel groups that begin here. Added up,
/// rows do not reach that far.
using Step = std::uint64_t;
constexpr Step group = Step{1} << 32;
constexpr Step row_of = 0xFF;
constexpr std::size_t letters = 8;  ///< In a row.

consteval std::array<Letter, 256> letter_table() {
  std::array<Letter, 256> table{};
  table.fill(no_letter);
  for (const char c : std::string_view("bcdfghjklmnpqrstvwxyzaeiou")) {
    const Letter letter = c == 'a'                                       ? letter_a
                          : c == 'e'                                     ? letter_e
                          : c == 'i'                                     ? letter_i
                          : c == 'o'                                     ? letter_o
                          : c == 'u' || c == 'y'                         ? other_vowel
                          : c == 't' || c == 'c' || c == 's' || c == 'g' ? hissing
                                                                         : consonant;
    table[static_cast<unsigned char>(c)] = table[static_cast<unsigned char>(c - 32)] = letter;
  }
  return table;
}

constexpr Step step(State state, Letter letter) {
  const auto to = [](State next, bool counts) {
    return static_cast<Step>(next * letters) + (counts ? group : 0);
  };
  // An apostrophe ends what is spoken as one word.
  if (state == ended || letter == no_letter) return to(ended, false);
  if (letter == consonant) return to(after_consonant, false);
  if (letter == hissing) return to(after_hissing, false);
  const bool starts = state == after_consonant || state == after_hissing;
  // "io", "ia", "eo" are mostly two: "radio", "idea"; not in "nation", "social", "region".
  const bool parts = (state == open_i && (letter == letter_a || letter == letter_o)) ||
                     (state == open_e && letter == letter_o);
  State next = after_vowel;
  if (state != after_hissing && letter == letter_e) next = open_e;
  if (state != after_hissing && letter == letter_i) next = open_i;
  return to(next, starts || parts);
}

consteval std::array<Step, (ended + 1) * letters> step_table() {
  std::array<Step, (ended + 1) * letters> table{};
  for (std::size_t at = 0; at < table.size(); ++at) {
    table[at] = step(static_cast<State>(at / letters), static_cast<Letter>(at % letters));
  }
  return table;
}

constexpr auto letter_of = letter_table();
constexpr auto steps = step_table();

/// Groups of vowels, read letter by letter through a table.
unsigned vowel_groups(std::string_view word) {
  Step sum = 0;
  Step last = 0;
  for (const char c : word) {
    last = steps[(last & row_of) + letter_of[static_cast<unsigned char>(c)]];
    sum += last;
  }
  return static_cast<unsigned>(sum / group);
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
/// Asked of every token, without a branch.
bool is_plain(const Token& token) {
  constexpr unsigned never = Token::all_caps | Token::hidden | Token::label;
  constexpr unsigned name = Token::capitalised | Token::sentence_start;
  const bool is_word = token.kind == Token::Kind::word;
  const bool is_written_out = (token.flags & (Token::ascii | never)) == Token::ascii;
  const bool is_no_name = (token.flags & name) != Token::capitalised;
  return is_word & is_written_out & is_no_name;
}

/// Fields that are filled in: "Queue: {{queue}}". They end without a full stop.
bool is_field(const Document& document, const Sentence& sentence) {
  if (!document.has(Token::Kind::placeholder)) return false;
  const auto tokens = document.tokens().subspan(sentence.tokens.begin, sentence.tokens.size());
  return tokens.back().kind != Token::Kind::terminator &&
         std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return token.kind == Token::Kind::placeholder; });
}

}  // namespace

unsigned syllables(std::string_view word) {
  const unsigned count = vowel_groups(word);
  if (count < 2) return 1;
  return count - (ends_silently(word) ? 1 : 0);
}

double reading_grade(const Subject& subject, Range tokens) {
  const Document& document = subject.document;
  double words = 0;
  double spoken = 0;
  double sentences = 0;
  if (tokens.empty()) return 0;
  for (const Paragraph& paragraph :
       document.paragraphs().subspan(document.paragraph_of(tokens.begin))) {
    if (paragraph.tokens.begin >= tokens.end) break;
    if (paragraph.kind != Block::Kind::paragraph || paragraph.part != Part::body) continue;
    for (const Sentence& sentence :
         document.sentences().subspan(paragraph.sentences.begin, paragraph.sentences.size())) {
      if (sentence.tokens.begin < tokens.begin || sentence.tokens.end > tokens.end) continue;
      if (is_field(document, sentence)) continue;
      unsigned plain = 0;
      unsigned heard = 0;
      for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        const Token& token = document.tokens()[i];
        const unsigned counted = is_plain(token) ? 1 : 0;
        const std::uint32_t known = subject.scan.traits(i) >> syllable_shift;
        plain += counted;
        heard += known * counted;
        // Few are words that no phrase knows.
        if ((counted & (known == 0 ? 1 : 0)) != 0) heard += syllables(document.text(token));
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
