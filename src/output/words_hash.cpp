#include "output/words_hash.hpp"

#include <charconv>

namespace tonelint {

std::string WordsHashes::text(const Diagnostic& found, std::uint64_t where) {
  const std::uint64_t hash = hashed(found.match, hashed(found.rule, where) * 31);
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, hash, 16).ptr;
  return std::string(digits, end) + ":" + std::to_string(++repeats_[hash]);
}

}  // namespace tonelint
