#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace tonelint::cli {

/// What tells contents apart: 128 bits, which two different ones do not share by chance.
struct ContentHash {
  std::uint64_t high = 0, low = 0;
  // NOLINTNEXTLINE(modernize-use-nullptr): it takes the comparison with 0 for one with a pointer
  friend auto operator<=>(const ContentHash&, const ContentHash&) = default;
};

/// Makes a hash of contents, some gigabytes in a second. The order counts, and where one part ends
/// and the next begins. No defence against somebody who looks for two contents with one hash.
class ContentHasher {
 public:
  void add(std::string_view bytes);
  void add(std::uint64_t number) { mix(number, 1); }
  [[nodiscard]] ContentHash hash() const;

 private:
  void mix(std::uint64_t first, std::uint64_t second);

  std::uint64_t high_ = 0x243f6a8885a308d3, low_ = 0x13198a2e03707344;
};

}  // namespace tonelint::cli
