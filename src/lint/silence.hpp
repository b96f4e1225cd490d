#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "checks/check.hpp"
#include "guide/image.hpp"

namespace tonelint {

/// A finding in whose place others keep silent.
struct Loud {
  std::uint32_t rule;
  std::uint32_t begin;
  std::uint32_t reach;  ///< Its end, or that of a longer one of its rule before it.
  // NOLINTNEXTLINE(modernize-use-nullptr): it takes the comparison with 0 for one with a pointer
  friend auto operator<=>(const Loud&, const Loud&) = default;
};

/// Those of a draft, kept from draft to draft so that nothing is allocated anew.
struct LoudFindings {
  std::vector<Loud> all;
  std::vector<std::size_t> rules;  ///< Where those of each rule begin in `all`, and the end.
};

/// `instead-of`: where a rule speaks, others keep silent about the same words.
void silence(const GuideImage& guide, LoudFindings& loud, std::vector<Finding>& findings);

}  // namespace tonelint
