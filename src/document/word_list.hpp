#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace tonelint {

/// A list of ASCII words in lower case, sorted by letter and length when it is compiled. Most words
/// are told not to be in it by their first letter and length alone.
template <std::size_t count>
class WordList {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor)
  consteval WordList(const std::string_view (&words)[count]) {
    std::copy(std::begin(words), std::end(words), words_.begin());
    std::sort(words_.begin(), words_.end(), [](std::string_view a, std::string_view b) {
      return (a[0] & 31) != (b[0] & 31) ? (a[0] & 31) < (b[0] & 31) : a.size() < b.size();
    });
    for (std::size_t i = 0; i < count; ++i) {
      if (words_[i].size() > longest_) throw "a word is too long for the list";
      sizes_[i] = static_cast<std::uint8_t>(words_[i].size());
      const std::size_t letter = words_[i][0] & 31;
      if (!may_contain(words_[i])) {
        groups_[letter][words_[i].size()] = static_cast<std::uint16_t>(i);
      }
      lengths_[letter] |= 1U << words_[i].size();
    }
  }

  [[nodiscard]] constexpr std::span<const std::string_view> words() const { return words_; }

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
    for (std::size_t i = groups_[word[0] & 31][word.size()]; i < count && sizes_[i] == word.size();
         ++i) {
      if (is_same(words_[i], word)) return true;
    }
    return false;
  }

  /// Whether `word` is `lower` but for capitals.
  static constexpr bool is_same(std::string_view lower, std::string_view word) {
    // From the end: the first letter is known to be the same.
    for (std::size_t i = lower.size(); i-- > 0;) {
      const char c = word[i];
      if (lower[i] != ('A' <= c && c <= 'Z' ? static_cast<char>(c | 0x20) : c)) return false;
    }
    return true;
  }

  static constexpr std::size_t longest_ = 23;
  std::array<std::string_view, count> words_;
  std::array<std::uint8_t, count> sizes_{};
  /// By first letter (few signs share one) and size: the first word.
  std::array<std::array<std::uint16_t, longest_ + 1>, 32> groups_{};
  std::array<std::uint32_t, 32> lengths_{};  ///< Of the words of a letter, as bits.
};

}  // namespace tonelint
