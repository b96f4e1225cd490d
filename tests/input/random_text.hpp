#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>

namespace tonelint {

/// Documents put together from fragments by chance; the same seed gives the same document
/// everywhere.
class RandomText {
 public:
  explicit RandomText(std::uint32_t seed) : chance_(seed) {}

  std::size_t below(std::size_t count) { return chance_() % count; }

  std::string of(std::span<const std::string_view> fragments, std::size_t most) {
    std::string out;
    for (std::size_t count = below(most + 1); count > 0; --count) {
      out += fragments[below(fragments.size())];
    }
    return out;
  }

  /// Puts bytes of any value at a few places.
  void spoil(std::string& text) {
    for (std::size_t count = below(4); count > 0; --count) {
      text.insert(text.begin() + static_cast<std::ptrdiff_t>(below(text.size() + 1)),
                  static_cast<char>(below(256)));
    }
  }

 private:
  std::mt19937 chance_;
};

}  // namespace tonelint
