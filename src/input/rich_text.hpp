#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "input/build.hpp"
#include "input/reply.hpp"

namespace tonelint {

/// Builds the text, blocks and marks of a reply from a syntax that has blocks and inline marks.
class RichText {
 public:
  RichText(std::string_view source, Reply& reply) : reply_(reply), text_(source, reply) {}

  /// The block that is open.
  [[nodiscard]] Block& block() { return reply_.blocks.back(); }
  [[nodiscard]] bool block_open() const { return block_open_; }
  /// Begins a block behind `separator`, which stands nowhere in the source. `block.text` is filled
  /// in here.
  void open_block(Block block, std::string_view separator);
  /// Ends the block, without the white space at its end. A block of white space goes away.
  void close_block();

  /// Marks nest. One begins with the first text in it (see `begin_text`) and goes away when there
  /// is none.
  void open_mark(Mark::Kind kind, std::string_view target);
  void close_mark();
  [[nodiscard]] bool mark_open() const { return !open_marks_.empty(); }
  /// The mark that was opened last, until it is closed.
  [[nodiscard]] Mark& mark() { return reply_.marks[open_marks_.back()]; }

  /// What comes now is text, not the white space between texts: the marks just opened begin here.
  void begin_text();
  /// As those of TextBuilder; the source must go forwards.
  void verbatim(Span source);
  void replaced(Span source, std::string_view text);
  void inserted(std::string_view text);

  /// Comments to tonelint in this span of the source are text after all: code shows them.
  void keep_comments(Span source);

  /// Where in the source the text so far ends.
  [[nodiscard]] std::uint32_t source_end() const { return source_end_; }
  void move_source_end(std::uint32_t at) { source_end_ = at; }
  [[nodiscard]] std::uint32_t size() const { return text_.size(); }
  [[nodiscard]] std::string_view text() const { return reply_.buffer; }

 private:
  Reply& reply_;
  TextBuilder text_;
  std::vector<std::size_t> open_marks_;
  std::size_t begun_marks_ = 0;  ///< Marks before this one hold text.
  std::uint32_t source_end_ = 0;
  bool block_open_ = false;
};

}  // namespace tonelint
