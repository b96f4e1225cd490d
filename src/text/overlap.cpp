#include "text/overlap.hpp"

#include <algorithm>
#include <utility>

namespace tonelint {

Overlap::Overlap(std::vector<Span> spans) : spans_(std::move(spans)) {
  std::sort(spans_.begin(), spans_.end());
  std::uint32_t end = 0;
  for (Span& each : spans_) each.end = end = std::max(end, each.end);
}

bool Overlap::any(Span span) const {
  const auto behind = std::partition_point(spans_.begin(), spans_.end(),
                                           [&](Span each) { return each.begin < span.end; });
  return behind != spans_.begin() && std::prev(behind)->end > span.begin;
}

}  // namespace tonelint
