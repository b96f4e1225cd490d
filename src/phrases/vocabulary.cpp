#include "phrases/vocabulary.hpp"

#include <cstring>

#include "document/fold.hpp"

namespace tonelint {
namespace {

constexpr std::uint64_t prime = 0x9E3779B97F4A7C15ULL;

constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t eight) {
  hash = (hash ^ eight) * prime;
  return hash ^ (hash >> 29);
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

constexpr std::uint32_t finish(std::uint64_t hash, std::size_t size) {
  hash = (hash ^ size) * prime;
  return static_cast<std::uint32_t>(hash >> 32);
}

/// One character that a mark or a run of marks is known by.
std::string_view mark_text(Token::Kind kind, std::string_view text) {
  if (kind == Token::Kind::separator) return text.substr(0, 1) == ";" ? ";" : ":";
  if (text.find('?') != std::string_view::npos) return "?";
  if (text.find('!') != std::string_view::npos) return "!";
  return ".";
}

}  // namespace

std::uint32_t hash_word(std::string_view folded) {
  std::uint64_t hash = 0;
  std::size_t at = 0;
  for (; at + 8 <= folded.size(); at += 8) hash = mix(hash, load(folded.data() + at, 8));
  if (at < folded.size()) hash = mix(hash, load(folded.data() + at, folded.size() - at));
  return finish(hash, folded.size());
}

Symbol VocabularyView::find(std::string_view folded) const {
  if (slots.empty()) return 0;
  const std::uint32_t hash = hash_word(folded);
  const std::size_t mask = slots.size() - 1;
  for (std::size_t slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
    const WordRecord& word = words[slots[slot]];
    if (word.hash == hash && strings.substr(word.text, word.size) == folded) return slots[slot];
  }
  return 0;
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
      return std::string(mark_text(token.kind, text));
    default:
      return fold(text);
  }
}

/// The usual token: at most sixteen bytes of ASCII, lowered and hashed without a copy.
Symbol find_short(const VocabularyView& vocabulary, const char* bytes, std::size_t size) {
  std::uint64_t low = lower(load(bytes, 8));
  std::uint64_t high = 0;
  std::uint64_t hash = 0;
  if (size <= 8) {
    low &= ~std::uint64_t{0} >> (64 - 8 * size);
    hash = mix(0, low);
  } else {
    high = lower(load(bytes + 8, 8)) & (~std::uint64_t{0} >> (128 - 8 * size));
    hash = mix(mix(0, low), high);
  }
  const std::uint32_t wanted = finish(hash, size);
  const std::size_t mask = vocabulary.slots.size() - 1;
  for (std::size_t slot = wanted & mask;; slot = (slot + 1) & mask) {
    const Symbol symbol = vocabulary.slots[slot];
    if (symbol == 0) return 0;
    const WordRecord& word = vocabulary.words[symbol];
    if (word.hash != wanted || word.size != size) continue;
    // The pool ends in sixteen spare bytes, so whole words may be read from it.
    const char* known = vocabulary.strings.data() + word.text;
    const std::uint64_t cut = size >= 8 ? ~std::uint64_t{0} : ~std::uint64_t{0} >> (64 - 8 * size);
    if ((load(known, 8) & cut) != low) continue;
    if (size <= 8 || (load(known + 8, 8) & (~std::uint64_t{0} >> (128 - 8 * size))) == high) {
      return symbol;
    }
  }
}

void find_symbols(const Document& document, const VocabularyView& vocabulary,
                  std::vector<Symbol>& symbols) {
  const std::string_view text = document.text();
  const std::span<const Token> tokens = document.tokens();
  symbols.assign(tokens.size(), 0);
  if (vocabulary.slots.empty()) return;
  thread_local std::string folded;
  constexpr auto unspoken = static_cast<std::uint16_t>(Token::quoted | Token::label);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if ((token.flags & unspoken) != 0) continue;
    switch (token.kind) {
      case Token::Kind::url:
      case Token::Kind::email:
      case Token::Kind::placeholder:
      case Token::Kind::control:
        continue;
      case Token::Kind::terminator:
      case Token::Kind::separator:
        symbols[i] = vocabulary.find(mark_text(token.kind, document.text(token)));
        continue;
      default:
        break;
    }
    const std::size_t size = token.end - token.begin;
    if (size <= 16 && token.has(Token::ascii) && token.begin + 16 <= text.size()) {
      symbols[i] = find_short(vocabulary, text.data() + token.begin, size);
    } else {
      folded.clear();
      fold_append(document.text(token), folded);
      symbols[i] = vocabulary.find(folded);
    }
  }
}

}  // namespace tonelint
