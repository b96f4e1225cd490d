#pragma once

#include <cstdint>
#include <vector>

#include "document/document.hpp"

namespace tonelint {

/// A word of content, cut down so that its forms are one: "charged" and "charges".
struct Stem {
  std::uint64_t hash = 0;
  std::uint32_t letters = 0;
  char first = 0;  ///< Of the folded word.

  friend bool operator==(Stem a, Stem b) { return a.hash == b.hash; }
};

/// Appends the stems of the words in a range that say what it is about: numbers, names, nouns,
/// verbs; not "the" and "please", nor what is in every support message ("problem", "help").
void content_stems(const Document& document, Range tokens, std::vector<Stem>& stems);

[[nodiscard]] bool contains(const std::vector<Stem>& stems, Stem stem);

/// For many words that are looked up among many stems: put in order, they are found by halving.
void sort(std::vector<Stem>& stems);
[[nodiscard]] bool sorted_contain(const std::vector<Stem>& stems, Stem stem);

}  // namespace tonelint
