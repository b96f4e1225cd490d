#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

/// The words of greetings and sign-offs, folded, in the languages support is written in.
namespace tonelint {

/// Phrases in the order of their first letters.
template <std::size_t count>
consteval std::array<std::string_view, count> by_letter(const std::string_view (&phrases)[count]) {
  std::array<std::string_view, count> sorted;
  std::copy(std::begin(phrases), std::end(phrases), sorted.begin());
  std::sort(sorted.begin(), sorted.end(),
            [](std::string_view a, std::string_view b) { return (a[0] & 31) < (b[0] & 31); });
  return sorted;
}

/// Phrases of folded words with single spaces. Most words are told not to begin one by their first
/// letter and length alone.
class PhraseList {
 public:
  /// `phrases` are in the order of `by_letter`.
  consteval explicit PhraseList(std::span<const std::string_view> phrases) : phrases_(phrases) {
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      const std::size_t size = std::min(phrases[i].find(' '), phrases[i].size());
      if (size >= 32) throw "a word is too long for the list";
      const std::size_t letter = phrases[i][0] & 31;
      sizes_[letter] |= 1U << size;
      if (counts_[letter]++ == 0) begins_[letter] = i;
    }
  }
  /// The phrases that may begin with a letter, and perhaps some others.
  [[nodiscard]] std::span<const std::string_view> beginning_with(char letter) const {
    return phrases_.subspan(begins_[letter & 31], counts_[letter & 31]);
  }
  /// Whether a word of ASCII, with capitals or not, may be the first of a phrase.
  [[nodiscard]] bool may_begin_with(std::string_view word) const {
    return word.size() < 32 && (sizes_[word[0] & 31] >> word.size() & 1U) != 0;
  }

 private:
  std::span<const std::string_view> phrases_;
  std::array<std::size_t, 32> begins_{}, counts_{};  ///< In `phrases_`, by first letter.
  std::array<std::uint32_t, 32> sizes_{};  ///< Of first words, as bits, by their first letter.
};

/// Salutations that greet alone: "hi", "good morning", "bonjour".
[[nodiscard]] const PhraseList& salutations();
/// Those that need a name or a comma to be one: "dear", "morning", "liebe".
[[nodiscard]] const PhraseList& weak_salutations();
/// Whom one greets without a name: "there", "all", "sir".
[[nodiscard]] bool is_addressee(std::string_view folded);
/// "mr", "dr", "señora".
[[nodiscard]] bool is_honorific(std::string_view folded);
/// Parts of names that are written small: "van", "de", "bin".
[[nodiscard]] bool is_particle(std::string_view folded);
/// "and", "&", "und".
[[nodiscard]] bool is_connector(std::string_view folded);
/// Words that follow a greeting and are no names though capitalised: "unfortunately", "apologies".
[[nodiscard]] bool is_no_name(std::string_view folded);
/// "kind regards", "cheers", "viele grüsse".
[[nodiscard]] const PhraseList& sign_offs();

}  // namespace tonelint
