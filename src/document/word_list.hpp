#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace tonelint {

/// A list of ASCII words in lower case, sorted by letter when it is compiled. Most words are told
/// not to be in it by their first letter and length alone.
template <std::size_t count>
class WordList {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor)
  consteval WordList(const std::string_view (&words)[count]) {
    std::copy(std::begin(words), std::end(words), words_.begin());
    std::sort(words_.begin(), words_.end(),
              [](std::string_view a, std::string_view b) { return (a[0] & 31) < (b[0] & 31); });
    for (std::size_t i = 0; i < count; ++i) {
      if (words_[i].size() > longest_) throw "a word is too long for the list";
      const std::size_t letter = words_[i][0] & 31;
      if (lengths_[letter] == 0) letters_[letter].begin = i;
      letters_[letter].end = i + 1;
      lengths_[letter] |= 1U << words_[i].size();
    }
  }

  /// Whether a word is in the list, whatever its capitals.
  [[nodiscard]] constexpr bool contains(std::string_view word) const {
    return may_contain(word) && finds(word);
  }

 private:
  [[nodiscard]] constexpr bool may_contain(std::string_view word) const {
    // One comparison for both: the size of an empty word less one is the largest of all.
    return word.size() - 1 < longest_ && (lengths_[word[0] & 31] >> word.size() & 1U) != 0;
  }

  [[nodiscard]] constexpr bool finds(std::string_view word) const {
    const Letter& letter = letters_[word[0] & 31];
    for (std::size_t i = letter.begin; i < letter.end; ++i) {
      if (words_[i].size() == word.size() && is_same(words_[i], word)) return true;
    }
    return false;
  }

  /// Whether `word` is `lower` but for capitals.
  static constexpr bool is_same(std::string_view lower, std::string_view word) {
    for (std::size_t i = 0; i < lower.size(); ++i) {
      const char c = word[i];
      if (lower[i] != ('A' <= c && c <= 'Z' ? static_cast<char>(c | 0x20) : c)) return false;
    }
    return true;
  }

  /// The words that begin with a letter (and the few that begin with a sign of the same last bits).
  struct Letter {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  static constexpr std::size_t longest_ = 23;
  std::array<std::string_view, count> words_;
  std::array<Letter, 32> letters_{};
  std::array<std::uint32_t, 32> lengths_{};  ///< Of the words of a letter, as bits.
};

}  // namespace tonelint
