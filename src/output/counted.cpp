#include "tonelint/output.hpp"

namespace tonelint {

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
  std::string out = std::to_string(count) + ' ';
  if (count == 1) return out.append(one);
  return several.empty() ? out.append(one) + 's' : out.append(several);
}

}  // namespace tonelint
