#pragma once

#include <cstdint>
#include <string_view>

#include "input/rich_text.hpp"

namespace tonelint {

/// The lines of HTML as a browser shows them: remembers the white space, line breaks and borders of
/// elements between two texts, and writes what the reader sees of them once the second text comes.
///
/// Lines without a blank line between them are one paragraph, as in plain text; editors write each
/// line as an element of its own.
class HtmlLines {
 public:
  HtmlLines(std::string_view source, RichText& rich) : source_(source), rich_(rich) {}

  /// An element begins or ends that stands on lines of its own; with a blank line where `spaced`.
  void end(bool spaced);
  void line_break(Span source);
  void white_space(Span source);
  void begin_cell() { cell_begins_ = rich_.block_open() && !line_ended_; }
  /// What comes now is a block of its own, even without a blank line before it.
  void begin_block() { block_begins_ = true; }
  void begin_item() { item_begins_ = block_begins_ = true; }
  void end_item() { item_begins_ = false; }

  /// Text comes now, at `begin` of the source; it lies in a block such as `here`. In a list item
  /// that is the item, or what follows its first paragraph.
  void before_text(std::uint32_t begin, Block here);

  /// Whether there is text in the line so far.
  [[nodiscard]] bool has_text() const { return has_text_; }

 private:
  void begin_line(Block here);
  void break_line(std::uint32_t begin);

  std::string_view source_;
  RichText& rich_;
  Span white_;                ///< White space, shown as one space.
  Span break_;                ///< The first of `breaks_` line breaks.
  std::uint32_t breaks_ = 0;  ///< Since the last text or the end of a line.
  bool line_ended_ = true;
  bool blank_ = false;  ///< A blank line is shown.
  bool cell_begins_ = false, item_begins_ = false, block_begins_ = false;
  std::uint32_t begin_ = 0;  ///< Where the line begins in the text.
  bool has_text_ = false;
};

}  // namespace tonelint
