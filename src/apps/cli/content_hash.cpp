#include "apps/cli/content_hash.hpp"

#include <bit>
#include <cstring>

namespace tonelint::cli {
namespace {

__extension__ using Wide = unsigned __int128;

/// The two halves of a product, laid on each other: every bit of both counts in every bit.
std::uint64_t folded(std::uint64_t a, std::uint64_t b) {
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

}  // namespace

// What comes in is added as well, so that nothing is lost where a factor happens to be 0.
void ContentHasher::mix(std::uint64_t first, std::uint64_t second) {
  const std::uint64_t high =
      folded(high_ ^ first, second ^ 0xa4093822299f31d0) + std::rotl(low_, 29) + first;
  low_ = folded(low_ ^ second, first ^ 0x082efa98ec4e6c89) + std::rotl(high_, 31) + second;
  high_ = high;
}

void ContentHasher::add(std::string_view bytes) {
  mix(bytes.size(), 2);
  std::uint64_t pair[2];
  for (; bytes.size() >= sizeof pair; bytes.remove_prefix(sizeof pair)) {
    std::memcpy(pair, bytes.data(), sizeof pair);
    mix(pair[0], pair[1]);
  }
  if (bytes.empty()) return;
  std::memset(pair, 0, sizeof pair);
  std::memcpy(pair, bytes.data(), bytes.size());
  mix(pair[0], pair[1]);
}

ContentHash ContentHasher::hash() const {
  ContentHasher last = *this;
  for (std::uint64_t turn = 0; turn < 3; ++turn) last.mix(last.low_, last.high_ + turn);
  return {last.high_, last.low_};
}

}  // namespace tonelint::cli
