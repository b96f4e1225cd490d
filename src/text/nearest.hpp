#pragma once

#include <cstddef>
#include <string_view>

#include "tonelint/terminal.hpp"  // nearest

namespace tonelint {

/// A guess looks at every name that there is. Where mistakes can be as many as names, they are
/// guessed at until so many names were looked at in all.
class GuessBudget {
 public:
  [[nodiscard]] bool allows(std::size_t names) { return (looked_at_ += names) <= 100'000; }

 private:
  std::size_t looked_at_ = 0;
};

/// How many letters must be written, left out, changed or swapped with their neighbour to make one
/// word of the other; more than `limit` is given as `limit + 1`. Capitals count as small letters.
[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right,
                                        std::size_t limit);

}  // namespace tonelint
