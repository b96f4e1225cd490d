#pragma once

#include <cstddef>
#include <functional>

namespace tonelint::cli {

/// Does pieces of work on several threads and takes in their results in the order of the pieces, as
/// soon as the front is done. A piece goes through a slot; there are no more of these than are
/// needed to keep everyone busy, so memory does not grow with the work.
struct OrderedWork {
  unsigned threads = 1;
  /// Puts the next piece into a slot; one at a time, in order. False: there is no more.
  std::function<bool(std::size_t piece, std::size_t slot)> draw;
  /// Does a piece, on any thread. Returns how many bytes the slot holds then.
  std::function<std::size_t(std::size_t piece, std::size_t slot)> work;
  /// Takes in what a slot holds; one at a time, in order. False: no more.
  std::function<bool(std::size_t piece, std::size_t slot)> take;

  /// How many slots there are.
  [[nodiscard]] std::size_t slots() const;
  void run() const;
};

}  // namespace tonelint::cli
