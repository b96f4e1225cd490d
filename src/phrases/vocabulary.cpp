#include "phrases/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <numeric>

#include "document/fold.hpp"

namespace tonelint {
namespace {

constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t eight) {
  hash = (hash ^ eight) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 32);
}

std::uint64_t load(const char* bytes, std::size_t size) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes, size);
  return eight;
}

/// Eight bytes of ASCII in lower case.
constexpr std::uint64_t lower(std::uint64_t eight) {
  constexpr std::uint64_t each = 0x0101010101010101ULL;
  const std::uint64_t above_z = eight + each * (0x7F - 'Z');
  const std::uint64_t from_a = eight + each * (0x80 - 'A');
  return eight | ((from_a & ~above_z & (each * 0x80)) >> 2);
}

/// By size, 0 to 8: the bits of so many first bytes.
constexpr std::array<std::uint64_t, 9> first_bits = [] {
  std::array<std::uint64_t, 9> bits{};
  for (std::size_t size = 1; size < bits.size(); ++size) bits[size] = bits[size - 1] << 8 | 0xFF;
  return bits;
}();

/// The first `size` of eight bytes; the others 0.
constexpr std::uint64_t first_bytes(std::uint64_t eight, std::size_t size) {
  return eight & first_bits[size];
}

/// The same on every machine with this order of bytes, as an image is.
std::uint64_t hash_word(std::string_view folded) {
  std::uint64_t hash = 0;
  std::size_t at = 0;
  for (; at + 8 < folded.size(); at += 8) hash = mix(hash, load(folded.data() + at, 8));
  return mix(hash, load(folded.data() + at, folded.size() - at));
}

/// The symbol of the mark that a run of marks is known by.
Symbol mark_symbol(Token::Kind kind, std::string_view text) {
  if (kind == Token::Kind::separator) return text.front() == ';' ? 5 : 4;
  Symbol symbol = 1;
  for (const char mark : text) {
    if (mark == '?') return 2;
    if (mark == '!') symbol = 3;
  }
  return symbol;
}

/// Goes through the slots where a word may be until `is_it` or an empty one.
template <class IsIt>
Symbol probe(std::span<const WordSlot> slots, std::uint64_t hash, IsIt is_it) {
  const std::size_t mask = slots.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    if (is_it(slots[at]) || slots[at].symbol == 0) return slots[at].symbol;
  }
}

/// The usual token: at most sixteen bytes of ASCII, lowered and hashed without a copy. Sixteen
/// bytes are read.
Symbol find_short(const VocabularyView& vocabulary, const char* bytes, std::size_t size) {
  if (size <= 8) {
    const std::uint64_t word = first_bytes(lower(load(bytes, 8)), size);
    return probe(vocabulary.slots, mix(0, word),
                 [&](const WordSlot& slot) { return slot.start == word && slot.size == size; });
  }
  const std::uint64_t start = lower(load(bytes, 8));
  const std::uint64_t rest = first_bytes(lower(load(bytes + 8, 8)), size - 8);
  return probe(vocabulary.slots, mix(mix(0, start), rest), [&](const WordSlot& slot) {
    return slot.start == start && slot.size == size &&
           first_bytes(load(vocabulary.strings.data() + slot.text + 8, 8), size - 8) == rest;
  });
}

}  // namespace

Symbol VocabularyView::find(std::string_view folded) const {
  if (slots.empty() || folded.empty()) return 0;
  return probe(slots, hash_word(folded), [&](const WordSlot& slot) {
    return slot.size == folded.size() && strings.substr(slot.text, slot.size) == folded;
  });
}

std::vector<WordSlot> make_word_slots(std::span<const std::string> words,
                                      std::vector<char>& strings) {
  std::vector<WordSlot> slots(std::bit_ceil(words.size() + words.size() / 2));
  const std::size_t mask = slots.size() - 1;
  // Short words are met most, so they get the first choice of slots.
  std::vector<Symbol> order(words.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin() + 1, order.end(), [&](Symbol left, Symbol right) {
    return words[left].size() < words[right].size();
  });
  for (const Symbol symbol : std::span(order).subspan(1)) {
    const std::string& word = words[symbol];
    std::size_t at = hash_word(word) & mask;
    while (slots[at].symbol != 0) at = (at + 1) & mask;
    slots[at] = {load(word.data(), std::min<std::size_t>(word.size(), 8)), symbol,
                 static_cast<std::uint32_t>(word.size()),
                 static_cast<std::uint32_t>(strings.size()), 0};
    strings.insert(strings.end(), word.begin(), word.end());
  }
  return slots;
}

std::string symbol_text(const Token& token, std::string_view text) {
  switch (token.kind) {
    case Token::Kind::url:
    case Token::Kind::email:
    case Token::Kind::placeholder:
    case Token::Kind::control:
      return {};
    case Token::Kind::terminator:
    case Token::Kind::separator:
      return std::string(mark_words[mark_symbol(token.kind, text) - 1]);
    default:
      return fold(text);
  }
}

void find_symbols(const Document& document, const VocabularyView& vocabulary,
                  std::vector<Symbol>& symbols) {
  const std::string_view text = document.text();
  symbols.assign(document.tokens().size(), 0);
  if (vocabulary.slots.empty()) return;
  thread_local std::string folded;
  // Sixteen bytes may be read from each token, also from those at the end of the text.
  constexpr std::size_t ahead = 16;
  const std::size_t safe = text.size() - std::min(ahead, text.size());
  std::array<char, 2 * ahead> last{};
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(safe), text.end(), last.begin());
  constexpr std::uint32_t unspoken = Token::quoted | +Token::label;
  constexpr std::uint32_t marks =
      Token::bit(Token::Kind::terminator) | Token::bit(Token::Kind::separator);
  constexpr std::uint32_t unspellable =
      Token::bit(Token::Kind::url) | Token::bit(Token::Kind::email) |
      Token::bit(Token::Kind::placeholder) | Token::bit(Token::Kind::control);
  const VocabularyView words = vocabulary;
  Symbol* symbol = symbols.data();
  for (const Token& token : document.tokens()) {
    Symbol& out = *symbol++;
    if ((token.flags & unspoken) != 0) continue;
    const std::size_t size = token.end - token.begin;
    const auto kind = static_cast<std::uint32_t>(token.kind);
    if (((marks | unspellable) >> kind & 1) != 0) {
      if ((marks >> kind & 1) != 0) out = mark_symbol(token.kind, document.text(token));
    } else if (size <= ahead && token.has(Token::ascii)) {
      const char* const bytes =
          token.begin < safe ? text.data() + token.begin : last.data() + (token.begin - safe);
      out = find_short(words, bytes, size);
    } else {
      folded.clear();
      fold_append(document.text(token), folded);
      out = words.find(folded);
    }
  }
}

}  // namespace tonelint
