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

std::string with_edits(std::string_view text, std::span<const Edit> edits) {
  return with_edits(text, edits, {0, static_cast<std::uint32_t>(text.size())});
}

std::string with_edits(std::string_view text, std::span<const Edit> edits, Span part) {
  std::string out;
  std::uint32_t at = part.begin;
  for (const Edit& edit : edits) {
    out += text.substr(at, edit.span.begin - at);
    out += edit.text;
    at = edit.span.end;
  }
  return out += text.substr(at, part.end - at);
}

}  // namespace tonelint
