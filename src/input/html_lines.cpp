#include "input/html_lines.hpp"

#include "input/lines.hpp"

namespace tonelint {

using Kind = Block::Kind;

void HtmlLines::end(bool spaced) {
  const bool empty_line = breaks_ > (has_text_ ? 1U : 0U);  // <div><br></div>
  const bool white_line = has_text_ && trimmed(rich_.text(), {begin_, rich_.size()}).empty();
  blank_ = blank_ || spaced || empty_line || white_line;
  breaks_ = 0;
  white_ = {};
  has_text_ = false;
  line_ended_ = true;
  cell_begins_ = false;
}

void HtmlLines::line_break(Span source) {
  if (breaks_++ == 0) {
    // White space before it is not shown, and goes when the line break goes.
    const bool after_white = !white_.empty() && white_.end == source.begin;
    break_ = {after_white ? white_.begin : source.begin, source.end};
  }
  white_ = {};
}

void HtmlLines::white_space(Span source) {
  if (white_.empty() && has_text_ && breaks_ == 0) white_ = source;
}

void HtmlLines::before_text(std::uint32_t begin, Block here) {
  if (line_ended_ ? breaks_ > 0 : breaks_ > 1) blank_ = true;
  if (line_ended_ || blank_) {
    begin_line(here);
  } else if (breaks_ == 1) {
    break_line(begin);
  } else if (cell_begins_) {
    rich_.inserted("\t");
    rich_.block().kind = Kind::table;
  } else if (!white_.empty()) {
    const bool is_space = white_.size() == 1 && source_[white_.begin] == ' ';
    is_space ? rich_.verbatim(white_) : rich_.replaced(white_, " ");
  }
  line_ended_ = blank_ = cell_begins_ = false;
  breaks_ = 0;
  white_ = {};
  has_text_ = true;
  rich_.begin_text();
}

void HtmlLines::break_line(std::uint32_t begin) {
  constexpr std::string_view white = " \t\n\r\f";
  while (break_.end < begin && white.find(source_[break_.end]) != std::string_view::npos) {
    ++break_.end;
  }
  rich_.replaced(break_, "\n");
  begin_ = rich_.size();
}

void HtmlLines::begin_line(Block here) {
  const bool in_item = here.kind == Kind::list_item;
  if (in_item && !item_begins_) here.kind = Kind::paragraph;
  const bool after = rich_.block_open();
  const Kind before = after ? rich_.block().kind : Kind::paragraph;
  const bool goes_on = after && rich_.block().depth == here.depth &&
                       (before == here.kind || (in_item && before == Kind::list_item));
  if (goes_on && !blank_ && !block_begins_) {
    rich_.inserted("\n");
  } else {
    const bool same = before == Kind::table || (before == Kind::list_item && before == here.kind);
    rich_.close_block();
    rich_.open_block(here, after && same && !blank_ ? "\n" : "\n\n");
    item_begins_ = block_begins_ = false;
  }
  begin_ = rich_.size();
}

}  // namespace tonelint
