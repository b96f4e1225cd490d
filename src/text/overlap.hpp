#pragma once

#include <vector>

#include "tonelint/source.hpp"

namespace tonelint {

/// Spans in any order, asked by halving whether one of them overlaps another.
class Overlap {
 public:
  explicit Overlap(std::vector<Span> spans);
  [[nodiscard]] bool any(Span span) const;

 private:
  std::vector<Span> spans_;  ///< By begin; each ends where the last so far does.
};

}  // namespace tonelint
