#include <algorithm>

#include "library/written.hpp"

namespace tonelint {

void unescape_csv(std::string_view file, Span written, Unescaped& out) {
  const std::uint32_t end = written.end - 1;  // the closing mark
  for (std::uint32_t at = written.begin + 1; at < end;) {
    const std::string_view rest = file.substr(at, end - at);
    const auto plain = static_cast<std::uint32_t>(std::min(rest.find('"'), rest.size()));
    out.text += rest.substr(0, plain);
    out.map.verbatim(at, plain);
    at += plain;
    if (at == end) break;
    const std::uint32_t size = at + 1 < end && file[at + 1] == '"' ? 2 : 1;
    out.text += '"';
    out.map.replaced({at, at + size}, 1);
    at += size;
  }
}

bool fits_csv_bare(std::string_view text, char separator) {
  if (text.empty() || text.front() == '"') return false;
  return text.find_first_of("\r\n") == std::string_view::npos &&
         text.find(separator) == std::string_view::npos;
}

}  // namespace tonelint
