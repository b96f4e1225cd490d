#include "apps/cli/marked_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace tonelint::cli {
namespace {

constexpr std::size_t most_lines = 8;  // of a text that is shown whole

/// The lines of a text, broken between words where they get longer than `width` columns.
std::vector<Span> lines_of(std::string_view text, std::size_t width) {
  std::vector<Span> lines;
  const auto add = [&](std::size_t begin, std::size_t end) {
    lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  };
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    while (columns_of(text.substr(at, end - at)) > width) {
      std::size_t cut = at;
      for (std::size_t space = text.find(' ', at + 1); space < end;
           space = text.find(' ', space + 1)) {
        if (columns_of(text.substr(at, space - at)) > width) break;
        cut = space;
      }
      if (cut == at) break;  // one long word
      add(at, cut);
      at = cut + 1;
    }
    add(at, end);
    at = end + 1;
  }
  return lines;
}

/// What stands below a line: ^ under what is marked. A mark of no words belongs to the line it
/// begins in.
std::string carets(std::string_view text, Span line, std::span<const Span> marks) {
  std::string below;
  for (const Span mark : marks) {
    const bool here =
        mark.empty() ? line.begin <= mark.begin && mark.begin <= line.end : mark.overlaps(line);
    if (!here) continue;
    const std::uint32_t begin = std::max(mark.begin, line.begin);
    const std::uint32_t end = std::min(mark.end, line.end);
    const std::size_t column = columns_of(text.substr(line.begin, begin - line.begin));
    if (column > below.size()) below.append(column - below.size(), ' ');
    below.append(std::max<std::size_t>(columns_of(text.substr(begin, end - begin)), 1), '^');
  }
  return below;
}

}  // namespace

void add_marked(TerminalText& out, std::string_view text, std::span<const Span> marks, Style style,
                std::size_t indent) {
  const std::size_t width = std::max<std::size_t>(out.width(), indent + 20) - indent;
  const std::vector<Span> lines = lines_of(text, width);
  std::vector<std::string> below;
  below.reserve(lines.size());
  for (const Span line : lines) below.push_back(carets(text, line, marks));
  const bool marked = std::any_of(below.begin(), below.end(),
                                  [](const std::string& each) { return !each.empty(); });
  bool left_out = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool near = !below[i].empty() || (i > 0 && !below[i - 1].empty()) ||
                      (i + 1 < lines.size() && !below[i + 1].empty());
    if (lines.size() > most_lines && (marked ? !near : i + 1 >= most_lines)) {
      left_out = true;
      continue;
    }
    if (left_out) {
      out.tab_to(indent);
      out.add(Style::faint, "…");
      out.line_end();
      left_out = false;
    }
    if (!lines[i].empty()) out.tab_to(indent);
    out.add(Style::plain, text.substr(lines[i].begin, lines[i].size()));
    out.line_end();
    if (below[i].empty()) continue;
    out.tab_to(indent);
    out.add(style, below[i]);
    out.line_end();
  }
  if (left_out) {
    out.tab_to(indent);
    out.add(Style::faint, "…");
    out.line_end();
  }
}

}  // namespace tonelint::cli
