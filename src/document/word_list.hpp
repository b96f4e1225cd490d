#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tonelint {

/// A short list of words that is asked often: sorted into buckets when it is compiled.
template <std::size_t Size>
class WordList {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor)
  consteval WordList(const std::string_view (&words)[Size]) {
    std::copy(std::begin(words), std::end(words), words_.begin());
    std::sort(words_.begin(), words_.end(),
              [](std::string_view a, std::string_view b) { return bucket(a) < bucket(b); });
    for (const std::string_view word : words_) sizes_[word[0] & 31] |= 1U << (word.size() & 31);
    for (const std::string_view word : words_) ++begins_[bucket(word) + 1];
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
  }

  [[nodiscard]] constexpr bool contains(std::string_view word) const {
    if (word.empty() || (sizes_[word[0] & 31] >> (word.size() & 31) & 1U) == 0) return false;
    const std::size_t key = bucket(word);
    for (std::size_t i = begins_[key]; i < begins_[key + 1]; ++i) {
      if (words_[i] == word) return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t buckets = 64;
  static constexpr std::size_t bucket(std::string_view word) {
    return (static_cast<unsigned char>(word[0]) * 5U + word.size()) % buckets;
  }

  std::array<std::string_view, Size> words_;
  std::array<std::uint16_t, buckets + 1> begins_{};
  std::array<std::uint32_t, 32> sizes_{};  ///< As bits, by the first letter: most words differ.
};

}  // namespace tonelint
