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
      if (words_[i].size() >= longest_) throw "a word is too long for the list";
      Letter& letter = letters_[words_[i][0] & 31];
      if (letter.lengths == 0) letter.begin = i;
      letter.end = i + 1;
      letter.lengths |= 1U << words_[i].size();
    }
  }

  /// Whether a word is in the list, whatever its capitals.
  [[nodiscard]] constexpr bool contains(std::string_view word) const {
    if (word.empty() || word.size() >= longest_) return false;
    const Letter& letter = letters_[word[0] & 31];
    if ((letter.lengths >> word.size() & 1U) == 0) return false;
    for (std::size_t i = letter.begin; i < letter.end; ++i) {
      if (words_[i].size() == word.size() && is_same(words_[i], word)) return true;
    }
    return false;
  }

 private:
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
    std::uint32_t lengths = 0;  ///< Bits.
  };

  static constexpr std::size_t longest_ = 24;
  std::array<std::string_view, count> words_;
  std::array<Letter, 32> letters_{};
};

}  // namespace tonelint
