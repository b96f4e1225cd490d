#include "checks/check.hpp"
#include "tonelint/guide.hpp"

namespace tonelint {
namespace {

constexpr CheckText measures[] = {
    {"words", "limit", "words the agent wrote"},
    {"sentences", "limit", "sentences"},
    {"paragraphs", "limit", "paragraphs"},
    {"characters", "limit", "characters, spaces included"},
    {"grade", "limit", "school years it takes to read it (Flesch–Kincaid)"},
    {"exclamations", "limit", "exclamation marks"},
    {"questions", "limit", "questions"},
    {"emoji", "limit", "emoji"},
    {"links", "limit", "addresses of web pages"},
    {"capitals", "limit", "words in capitals"},
};

}  // namespace

std::vector<CheckText> checks() {
  std::vector<CheckText> all(std::begin(measures), std::end(measures));
  for (const Detector& detector : detectors()) {
    all.push_back({detector.name, "detect", detector.purpose});
  }
  return all;
}

}  // namespace tonelint
