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

/// Symbols that every vocabulary has: the marks that a run of marks is known by.
inline constexpr std::string_view mark_words[] = {".", "?", "!", ":", ";"};

/// A folded word in the table of open addressing, whose size is a power of two; symbol 0 is empty.
struct WordSlot {
  std::uint64_t start = 0;  ///< The first eight bytes: of most words all there is to compare.
  Symbol symbol = 0;
  std::uint32_t size = 0;
  std::uint32_t text = 0;  ///< Offset in the string pool.
  std::uint32_t none = 0;  ///< Every byte of an image is set, so that equal guides have equal ones.
};

/// The folded words of all phrases of a guide. The first symbols are `mark_words`.
struct VocabularyView {
  std::span<const WordSlot> slots;
  std::string_view strings;  ///< Ends in sixteen spare bytes: whole words may be read from it.

  [[nodiscard]] Symbol find(std::string_view folded) const;
};

/// Makes the table of words; the symbol of each is its place in `words`, the first of which is
/// none.
[[nodiscard]] std::vector<WordSlot> make_word_slots(std::span<const std::string> words,
                                                    std::vector<char>& strings);

/// What a token is called in the vocabulary: the folded word; one mark for a run of them ("?!" is
/// "?"); nothing for addresses and placeholders, which no phrase can spell.
[[nodiscard]] std::string symbol_text(const Token& token, std::string_view text);

/// The symbols of all tokens of a document, written to `symbols`. Words in quotation marks and
/// labels have symbol 0: they are not the agent's own.
void find_symbols(const Document& document, const VocabularyView& vocabulary,
                  std::vector<Symbol>& symbols);

}  // namespace tonelint
