#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tonelint/diagnostic.hpp"

namespace tonelint {

/// FNV-1a: the same on every machine.
inline constexpr std::uint64_t hash_begin = 0xcbf29ce484222325;
[[nodiscard]] constexpr std::uint64_t hashed(std::string_view text,
                                             std::uint64_t hash = hash_begin) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

/// Fingerprints that stay the same wherever the words of a finding move to: the rule, its words,
/// and the how manieth such finding it is since `clear`.
class WordsHashes {
 public:
  void clear() { repeats_.clear(); }
  /// "c129715d7a2bc9a3:1". `where` makes findings of different files differ.
  [[nodiscard]] std::string text(const Diagnostic& found, std::uint64_t where = hash_begin);

 private:
  std::unordered_map<std::uint64_t, std::size_t> repeats_;
};

}  // namespace tonelint
