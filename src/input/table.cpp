#include <algorithm>
#include <array>

#include "input/reader.hpp"
#include "input/syntaxes.hpp"
#include "text/ascii.hpp"

namespace tonelint {
namespace {

constexpr std::array table{
    Reader{Syntax::text, "text", ".txt .text", read_plain, escape_plain},
    Reader{Syntax::markdown, "markdown", ".md .markdown", read_markdown, escape_markdown},
    Reader{Syntax::html, "html", ".html .htm", read_html, escape_html},
};

/// Whether `ending` (".md") is one of `endings` (".md .markdown").
bool lists(std::string_view endings, std::string_view ending) {
  while (!endings.empty()) {
    const std::size_t space = std::min(endings.find(' '), endings.size());
    if (ascii::same_but_for_case(endings.substr(0, space), ending)) return true;
    endings.remove_prefix(std::min(space + 1, endings.size()));
  }
  return false;
}

std::string_view ending_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : name.substr(dot);
}

}  // namespace

std::span<const Reader> readers() { return table; }

bool has_draft_ending(std::string_view name) {
  return std::any_of(table.begin(), table.end(), [ending = ending_of(name)](const Reader& reader) {
    return lists(reader.endings, ending);
  });
}

const Reader& reader_for(const Source& source) {
  const std::string_view ending = ending_of(source.name);
  for (const Reader& reader : table) {
    const bool asked = source.syntax == reader.syntax;
    if (asked || (source.syntax == Syntax::automatic && lists(reader.endings, ending))) {
      return reader;
    }
  }
  return table.front();
}

}  // namespace tonelint
