#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace tonelint {

/// What stands for a word in the automaton: its place in the vocabulary of the guide, from 1 on. 0
/// is any word that no phrase mentions.
using Symbol = std::uint32_t;

struct WordRecord {
  std::uint32_t hash = 0;
  std::uint32_t text = 0;  ///< Offset in the string pool.
  std::uint32_t size = 0;
};

/// The folded words of all phrases of a guide, in a table of open addressing whose size is a power
/// of two, at most half full.
struct VocabularyView {
  std::span<const std::uint32_t> slots;  ///< Symbol, or 0 for an empty slot.
  std::span<const WordRecord> words;     ///< By symbol; the first is unused.
  std::string_view strings;

  [[nodiscard]] Symbol find(std::string_view folded) const;
};

/// A hash of folded bytes; the same on every machine.
[[nodiscard]] std::uint32_t hash_word(std::string_view folded);

/// What a token is called in the vocabulary: the folded word; one mark for a run of them ("?!" is
/// "?"); nothing for addresses and placeholders, which no phrase can spell.
[[nodiscard]] std::string symbol_text(const Token& token, std::string_view text);

/// The symbols of all tokens of a document, written to `symbols`. Words in quotation marks and
/// labels have symbol 0: they are not the agent's own.
void find_symbols(const Document& document, const VocabularyView& vocabulary,
                  std::vector<Symbol>& symbols);

}  // namespace tonelint
