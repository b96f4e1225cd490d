#include "input/rich_text.hpp"

#include "input/lines.hpp"

namespace tonelint {

void RichText::open_block(Block block, std::string_view separator) {
  if (size() > 0) text_.inserted(source_end_, separator);
  block.text = {size(), size()};
  reply_.blocks.push_back(block);
  block_open_ = true;
}

void RichText::close_block() {
  if (!block_open_) return;
  block_open_ = false;
  Span& span = reply_.blocks.back().text;
  span = trimmed(reply_.buffer, {span.begin, size()});
  if (span.empty()) reply_.blocks.pop_back();
}

void RichText::open_mark(Mark::Kind kind, std::string_view target) {
  open_marks_.push_back(reply_.marks.size());
  reply_.marks.push_back({{}, kind, target});
}

void RichText::close_mark() {
  const bool begun = open_marks_.back() < begun_marks_;
  if (!begun || mark().text.begin == size()) {
    reply_.marks.pop_back();  // no text since it was opened, so it is the last
    if (begun) --begun_marks_;
  } else {
    mark().text.end = size();
  }
  open_marks_.pop_back();
}

void RichText::begin_text() {
  for (; begun_marks_ < reply_.marks.size(); ++begun_marks_) {
    reply_.marks[begun_marks_].text = {size(), size()};
  }
}

void RichText::verbatim(Span source) {
  text_.verbatim(source);
  source_end_ = source.end;
}

void RichText::replaced(Span source, std::string_view text) {
  text_.replaced(source, text);
  source_end_ = source.end;
}

void RichText::keep_comments(Span source) {
  std::erase_if(reply_.suppressions,
                [&](const Suppression& each) { return source.contains(each.source); });
}

void RichText::inserted(std::string_view text) { text_.inserted(source_end_, text); }

}  // namespace tonelint
