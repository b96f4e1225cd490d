#include <array>

#include "output/writers.hpp"

namespace tonelint {
namespace {

constexpr std::array table{
    Format{"terminal", "for people: the words, the reason and what to say instead", make_terminal},
    Format{"json", "for programs: everything, versioned; the schema is report.schema.json",
           make_json},
    Format{"sarif", "for code scanning: SARIF 2.1.0, with rules, rewrites and fingerprints",
           make_sarif},
    Format{"github", "for a GitHub workflow: annotations beside the lines", make_github},
    Format{"rdjsonl", "for reviewdog: a line of JSON for each finding", make_rdjsonl},
};

}  // namespace

std::span<const Format> formats() { return table; }

const Format* find_format(std::string_view name) {
  for (const Format& format : table) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace tonelint
