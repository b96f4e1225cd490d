#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "guide/definition.hpp"

namespace tonelint {

/// What a rule says behind `detect` and `options`.
struct ChosenDetector {
  std::uint32_t detector = 0;                                ///< Index in the table of detectors.
  std::vector<std::pair<std::string_view, double>> options;  ///< Views the rule. yes is 1.
};

/// Finds a rule's detector and reads its options. What is wrong with them becomes a problem of the
/// guide; without a detector there is nothing to choose.
[[nodiscard]] std::optional<ChosenDetector> chosen_detector(GuideDefinition& guide,
                                                            const RuleDefinition& rule);

}  // namespace tonelint
