#include "checks/detectors.hpp"

namespace tonelint {
namespace {

constexpr Detector table[] = {
    {"placeholder",
     "a placeholder left in a draft; a greeting with a hole for the name",
     {},
     detect_placeholder},
    {"repeated-word", "the same word twice in a row: “the the”", {}, detect_repeated_word},
};

}  // namespace

std::span<const Detector> detectors() { return table; }

}  // namespace tonelint
