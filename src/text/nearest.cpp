#include "text/nearest.hpp"

#include <algorithm>
#include <array>

#include "text/ascii.hpp"

namespace tonelint {
namespace {

/// Longer words are not guessed at, so that a guess costs little whatever was written.
constexpr std::size_t longest_guessed_at = 64;

/// How many mistakes a word may have and still be known.
constexpr std::size_t allowed_for(std::size_t size) {
  if (size < 3) return size == 0 ? 0 : 1;
  return std::min<std::size_t>(3, (size + 1) / 3);
}

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit) {
  const std::size_t gap =
      left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
  if (gap > limit || left.size() > longest_guessed_at || right.size() > longest_guessed_at)
    return limit + 1;
  // Three rows of the usual table: the one being filled, the one above it, and the one above that,
  // which a swap of neighbours looks back to.
  std::array<std::array<std::size_t, longest_guessed_at + 1>, 3> rows{};
  for (std::size_t column = 0; column <= right.size(); ++column) rows[0][column] = column;
  for (std::size_t row = 1; row <= left.size(); ++row) {
    auto& current = rows[row % 3];
    const auto& above = rows[(row + 2) % 3];
    const auto& above_that = rows[(row + 1) % 3];
    current[0] = row;
    std::size_t best = row;
    for (std::size_t column = 1; column <= right.size(); ++column) {
      const char a = ascii::lower(left[row - 1]);
      const char b = ascii::lower(right[column - 1]);
      std::size_t cost = std::min(above[column], current[column - 1]) + 1;
      cost = std::min(cost, above[column - 1] + (a == b ? 0 : 1));
      if (row > 1 && column > 1 && a == ascii::lower(right[column - 2]) &&
          b == ascii::lower(left[row - 2])) {
        cost = std::min(cost, above_that[column - 2] + 1);
      }
      current[column] = cost;
      best = std::min(best, cost);
    }
    // A swap may look back one row further, so one row above the limit does not settle it.
    if (best > limit + 1) return limit + 1;
  }
  return std::min(rows[left.size() % 3][right.size()], limit + 1);
}

std::string_view nearest(std::string_view wanted, std::span<const std::string_view> known) {
  std::string_view found;
  std::size_t limit = allowed_for(wanted.size());
  for (const std::string_view word : known) {
    const std::size_t distance = edit_distance(wanted, word, limit);
    // A word of two letters with both wrong is another word.
    if (distance > limit || distance >= word.size()) continue;
    found = word;
    if (distance == 0) break;
    limit = distance - 1;
  }
  return found;
}

}  // namespace tonelint
