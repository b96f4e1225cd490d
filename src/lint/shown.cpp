#include "lint/shown.hpp"

#include "text/utf8.hpp"

namespace tonelint {
namespace {

constexpr std::uint32_t most = 400;

/// Where the words begin that are shown before `end`.
std::uint32_t shown_from(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (end - begin <= most) return begin;
  begin = end - most;
  const std::size_t space = text.substr(begin, most).find(' ');
  if (space != std::string_view::npos) return begin + static_cast<std::uint32_t>(space) + 1;
  while (begin < end && utf8::is_continuation(text[begin])) ++begin;
  return begin;
}

/// Where the words end that are shown after `begin`.
std::uint32_t shown_until(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (end - begin <= most) return end;
  const std::size_t space = text.substr(begin, most).rfind(' ');
  if (space != std::string_view::npos) return begin + static_cast<std::uint32_t>(space);
  for (end = begin + most; end > begin && utf8::is_continuation(text[end]);) --end;
  return end;
}

}  // namespace

Span shown_around(std::string_view text, Span passage, Span words) {
  return {shown_from(text, passage.begin, words.begin), shown_until(text, words.end, passage.end)};
}

}  // namespace tonelint
