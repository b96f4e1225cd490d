#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace tonelint {

/// A list of ASCII words in lower case, sorted when it is compiled. Most words are told not to be
/// in it by their first letter and length alone.
template <std::size_t count>
class WordList {
 public:
  consteval explicit WordList(const std::string_view (&words)[count]) {
    std::copy(std::begin(words), std::end(words), words_.begin());
    std::sort(words_.begin(), words_.end());
    for (const std::string_view word : words_) {
      if (word.size() >= longest_) throw "a word is too long for the list";
      lengths_[word[0] & 31] |= 1U << word.size();
    }
  }

  /// Whether a word is in the list, whatever its capitals.
  [[nodiscard]] bool contains(std::string_view word) const {
    if (word.empty() || word.size() >= longest_) return false;
    if ((lengths_[word[0] & 31] >> word.size() & 1U) == 0) return false;
    std::array<char, longest_> lower;
    std::transform(word.begin(), word.end(), lower.begin(), [](char letter) {
      return 'A' <= letter && letter <= 'Z' ? static_cast<char>(letter | 0x20) : letter;
    });
    return std::binary_search(words_.begin(), words_.end(),
                              std::string_view(lower.data(), word.size()));
  }

 private:
  static constexpr std::size_t longest_ = 24;
  std::array<std::string_view, count> words_;
  std::array<std::uint32_t, 32> lengths_{};  ///< By first letter: bits of the lengths there are.
};

}  // namespace tonelint
