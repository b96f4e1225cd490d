#include "tonelint/diagnostic.hpp"

namespace tonelint {

std::string_view name_of(Level level) {
  switch (level) {
    case Level::suggestion:
      return "suggestion";
    case Level::warning:
      return "warning";
    case Level::error:
      return "error";
  }
  return "";
}

}  // namespace tonelint
