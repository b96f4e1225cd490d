#include "output/excerpt.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "text/ascii.hpp"
#include "text/columns.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

constexpr std::size_t most_lines = 3;
constexpr std::size_t most_cell_bytes = 256;  // a letter may be given marks without end

/// One cell of a line, with its place in the source.
struct PlacedCell {
  std::size_t begin;
  Cell cell;
};

/// Part of a line that fits the width.
struct Window {
  std::size_t begin, end;  // cells
  bool cut_left, cut_right;
};

/// A line as far as it can matter: a minified page may be one line of a hundred megabytes.
struct Line {
  std::size_t begin = 0, end = 0;
  bool is_plain = false;          ///< Every byte is a cell of one column, as in most lines.
  std::vector<PlacedCell> cells;  ///< Of a line that is not plain.
  bool cut_left = false, cut_right = false;

  /// In cells.
  [[nodiscard]] std::size_t size() const { return is_plain ? end - begin : cells.size(); }
  /// Where a cell begins, or the end of the line.
  [[nodiscard]] std::size_t place(std::size_t i) const {
    return is_plain ? begin + i : i < cells.size() ? cells[i].begin : end;
  }
  [[nodiscard]] std::size_t columns(std::size_t i) const {
    return is_plain ? 1 : cells[i].cell.columns;
  }
  /// The first cell that begins at a byte or behind it.
  [[nodiscard]] std::size_t cell_at(std::size_t byte) const {
    if (is_plain) return std::clamp(byte, begin, end) - begin;
    const auto found = std::lower_bound(
        cells.begin(), cells.end(), byte,
        [](const PlacedCell& placed, std::size_t wanted) { return placed.begin < wanted; });
    return static_cast<std::size_t>(found - cells.begin());
  }
};

/// Where the line begins that `at` is in, or some code points before `at` when that is further.
std::size_t line_begin_before(std::string_view source, std::size_t at, std::size_t code_points) {
  while (at > 0 && code_points > 0 && !ascii::is_line_end(source[at - 1])) {
    --at;
    if (!utf8::is_continuation(source[at])) --code_points;
  }
  return at;
}

/// Where the line ends that `at` is in, or `limit` when that comes first: a line may be very long.
std::size_t line_end_after(std::string_view source, std::size_t at, std::size_t limit) {
  while (at < limit && !ascii::is_line_end(source[at])) ++at;
  return at;
}

Line read_line(std::string_view source, Span marked, std::size_t room) {
  std::size_t at = line_begin_before(source, marked.begin, 2 * room);
  Line line;
  line.cut_left = at > 0 && !ascii::is_line_end(source[at - 1]);
  if (at == 0 && source.starts_with(utf8::byte_order_mark)) {
    at = std::min<std::size_t>(utf8::byte_order_mark.size(), marked.begin);
  }
  line.begin = at;
  // Of the marked words, and of what is behind them, no more is needed than could be shown.
  const std::size_t needed = room + 1 + (marked.size() > room ? marked.begin : marked.end);
  const std::size_t last = std::min(needed, source.size());
  line.end = std::min(last, at + plain_prefix(source.substr(at, last + 1 - at)));
  line.cut_right = line.end < source.size() && !ascii::is_line_end(source[line.end]);
  line.is_plain = line.end == last || !line.cut_right;
  if (line.is_plain) return line;
  line.cells.reserve(4 * room);
  std::size_t inside = 0, behind = 0;
  while (at < source.size() && inside <= room && behind <= room &&
         !ascii::is_line_end(source[at])) {
    const Cell cell = next_cell(source.substr(at, most_cell_bytes));
    line.cells.push_back({at, cell});
    if (at >= marked.end) {
      behind += cell.columns;
    } else if (at >= marked.begin) {
      inside += cell.columns;
    }
    at += cell.size;
  }
  line.end = at;
  line.cut_right = at < source.size() && !ascii::is_line_end(source[at]);
  return line;
}

std::size_t columns_between(const Line& line, std::size_t begin, std::size_t end) {
  if (line.is_plain) return end > begin ? end - begin : 0;
  std::size_t columns = 0;
  for (std::size_t i = begin; i < end; ++i) columns += line.columns(i);
  return columns;
}

/// Chooses what to show of a line: all of it, else the marked cells with some words around them.
Window choose_window(std::string_view source, const Line& line, std::size_t mark_begin,
                     std::size_t mark_end, std::size_t room) {
  const std::size_t size = line.size();
  Window window{0, size, line.cut_left, line.cut_right};
  if (!line.cut_left && !line.cut_right && columns_between(line, 0, size) <= room) return window;
  const auto is_space = [&](std::size_t i) { return source[line.place(i)] == ' '; };
  const std::size_t marked = std::min(columns_between(line, mark_begin, mark_end), room);

  // Some words before the mark, and more behind it, where the sentence goes on; all the room before
  // it when it ends the line.
  constexpr std::size_t cut = 2;  // an ellipsis and its space
  const std::size_t context = room - marked;
  const std::size_t behind = columns_between(line, mark_end, size) + (line.cut_right ? room : 0);
  const std::size_t wanted = context - std::min(behind, context * 3 / 5);
  const std::size_t before = wanted > cut ? wanted - cut : 0;
  std::size_t columns = 0;
  window.begin = mark_begin;
  while (window.begin > 0 && columns + line.columns(window.begin - 1) <= before) {
    columns += line.columns(--window.begin);
  }
  if (columns_between(line, 0, mark_end) + room / 5 <= room) window.begin = 0;
  window.cut_left = window.begin > 0 || line.cut_left;
  if (window.cut_left) {
    const bool at_word = window.begin > 0 && is_space(window.begin - 1);
    std::size_t space = window.begin;
    while (space < mark_begin && !is_space(space)) ++space;
    if (!at_word && space < mark_begin) window.begin = space + 1;
  }

  const std::size_t left = room - (window.cut_left ? cut : 0);
  window.end = window.begin;
  std::size_t last_word = window.begin;  // the last place to cut between words
  for (columns = 0; window.end < size; ++window.end) {
    const std::size_t next = columns + line.columns(window.end);
    if (is_space(window.end) && columns + cut <= left) last_word = window.end;
    if (next > left) break;
    columns = next;
  }
  window.cut_right = window.end < size || line.cut_right;
  if (window.cut_right) {
    if (last_word >= mark_end && last_word > window.begin) {
      window.end = last_word;
    } else {
      while (window.end > window.begin && columns + cut > left) {
        columns -= line.columns(--window.end);
      }
    }
  }
  return window;
}

class Excerpt {
 public:
  Excerpt(TerminalText& out, std::string_view source, const Diagnostic& found)
      : out_(out),
        source_(source),
        style_(style_of(found.level)),
        margin_(excerpt_margin(found)),
        room_(std::max<std::size_t>(out.width() > margin_ ? out.width() - margin_ : 0, 20)) {}

  /// One line, with the part of it that is marked.
  void show(std::size_t number, Span marked) {
    const Line line = read_line(source_, marked, room_);
    const std::size_t mark_begin = line.cell_at(marked.begin);
    const std::size_t mark_end = std::max(mark_begin, line.cell_at(marked.end));
    const Window window = choose_window(source_, line, mark_begin, mark_end, room_);
    const std::size_t shown_end = std::clamp(mark_end, window.begin, window.end);

    const std::string digits = std::to_string(number);
    gutter(digits);
    if (window.cut_left) out_.add(Style::faint, "… ");
    const std::size_t mark_column = out_.column() + columns_between(line, window.begin, mark_begin);
    out_.add(Style::plain, slice(line, window.begin, mark_begin));
    out_.add(style_, slice(line, mark_begin, shown_end), true);
    out_.add(Style::plain, slice(line, shown_end, window.end));
    if (window.cut_right) out_.add(Style::faint, " …");
    out_.line_end();
    if (out_.colour() && !marked.empty()) return;
    gutter("");
    out_.tab_to(mark_column);
    const std::size_t carets = columns_between(line, mark_begin, shown_end);
    out_.add(style_, std::string(std::max<std::size_t>(carets, 1), '^'));
    out_.line_end();
  }

  void skip() {
    gutter("⋮");
    out_.line_end();
  }

 private:
  void gutter(std::string_view number) {
    out_.tab_to(margin_ - 3 - columns_of(number));
    out_.add(Style::faint, number);
    out_.add(Style::faint, " │ ");
  }

  std::string_view slice(const Line& line, std::size_t begin, std::size_t end) const {
    return source_.substr(line.place(begin), line.place(end) - line.place(begin));
  }

  TerminalText& out_;
  std::string_view source_;
  Style style_;
  std::size_t margin_, room_;
};

/// The parts of a span in each of its lines, without what ends them.
std::vector<Span> lines_of(std::string_view source, Span span) {
  std::vector<Span> lines;
  std::size_t at = span.begin;
  while (true) {
    const std::size_t end = line_end_after(source, at, span.end);
    lines.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    if (end >= span.end) return lines;
    at = end + (source.substr(end).starts_with("\r\n") ? 2 : 1);
    if (at >= span.end) return lines;
  }
}

}  // namespace

std::size_t excerpt_margin(const Diagnostic& found) {
  return 2 + std::max<std::size_t>(std::to_string(found.position.line).size(), 2) + 3;
}

void append_excerpt(TerminalText& out, std::string_view source, const Diagnostic& found) {
  const auto size = static_cast<std::uint32_t>(source.size());
  const Span span{std::min(found.span.begin, size), std::min(found.span.end, size)};
  if (span.empty()) {
    const bool blank = line_begin_before(source, span.begin, 1) == span.begin &&
                       (span.begin == size || ascii::is_line_end(source[span.begin]));
    if (!blank) Excerpt(out, source, found).show(found.position.line, span);
    return;
  }
  const std::vector<Span> lines = lines_of(source, span);
  Excerpt excerpt(out, source, found);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool ends = i == 0 || i + 1 == lines.size();
    if (lines.size() > most_lines && !ends) {
      if (i == 1) excerpt.skip();
      continue;
    }
    if (!lines[i].empty()) excerpt.show(found.position.line + i, lines[i]);
  }
}

}  // namespace tonelint
