#include <array>

#include "output/writers.hpp"

namespace tonelint {
namespace {

constexpr std::array table{
    Format{"terminal", "for people: the words, the reason and what to say instead", make_terminal},
    Format{"json", "for programs: everything, versioned; the schema is report.schema.json",
           make_json},
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
