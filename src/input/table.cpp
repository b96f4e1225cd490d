#include <algorithm>
#include <array>

#include "input/reader.hpp"
#include "input/syntaxes.hpp"

namespace tonelint {
namespace {

constexpr std::array table{
    Reader{Syntax::text, "text", ".txt .text", read_plain, escape_plain},
    Reader{Syntax::markdown, "markdown", ".md .markdown", read_markdown, escape_markdown},
    Reader{Syntax::html, "html", ".html .htm", read_html, escape_html},
};

bool same_letters(std::string_view left, std::string_view right) {
  const auto lower = [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
  };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [&](char a, char b) { return lower(a) == lower(b); });
}

/// Whether `ending` (".md") is one of `endings` (".md .markdown").
bool lists(std::string_view endings, std::string_view ending) {
  while (!endings.empty()) {
    const std::size_t space = std::min(endings.find(' '), endings.size());
    if (same_letters(endings.substr(0, space), ending)) return true;
    endings.remove_prefix(std::min(space + 1, endings.size()));
  }
  return false;
}

}  // namespace

std::span<const Reader> readers() { return table; }

const Reader& reader_for(const Source& source) {
  const std::size_t dot = source.name.rfind('.');
  const std::string_view ending =
      dot == std::string_view::npos ? std::string_view{} : source.name.substr(dot);
  for (const Reader& reader : table) {
    const bool asked = source.syntax == reader.syntax;
    if (asked || (source.syntax == Syntax::automatic && lists(reader.endings, ending))) {
      return reader;
    }
  }
  return table.front();
}

}  // namespace tonelint
