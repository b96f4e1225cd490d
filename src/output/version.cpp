#include "tonelint/terminal.hpp"

namespace tonelint {

std::string_view version() { return TONELINT_VERSION; }

}  // namespace tonelint
