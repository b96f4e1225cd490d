#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "input/build.hpp"
#include "input/history.hpp"
#include "input/lines.hpp"
#include "input/syntaxes.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

using Kind = Block::Kind;

/// What begins a list item.
struct Bullet {
  std::uint32_t size = 0;  ///< With the white space behind it.
  bool first = true;       ///< Not "2.": may follow a paragraph without a blank line.
};

std::optional<Bullet> bullet_of(std::string_view line) {
  std::size_t size = 0;
  Bullet bullet;
  bool space_needed = true;
  if (line[0] == '-' || line[0] == '*') {
    size = 1;
  } else if (ascii::is_digit(line[0])) {
    while (size < line.size() && size < 4 && ascii::is_digit(line[size])) ++size;
    if (size == 4 || size == line.size() || (line[size] != '.' && line[size] != ')')) return {};
    bullet.first = line.substr(0, size) == "1";
    ++size;
  } else if (ascii::is_lower(line[0]) && line.size() > 1 && line[1] == ')') {
    bullet.first = line[0] == 'a';
    size = 2;
  } else {
    for (const std::string_view sign : {"•", "◦", "‣", "▪", "●", "○", "·"}) {
      if (line.starts_with(sign)) size = sign.size();
    }
    if (size == 0) return {};
    space_needed = false;
  }
  const std::size_t text = line.find_first_not_of(" \t", size);
  if (text == std::string_view::npos || (space_needed && text == size)) return {};
  bullet.size = static_cast<std::uint32_t>(text);
  return bullet;
}

/// "-----", "=====", "* * *": a line that only divides. Underscores may be a signature's mark or
/// something to fill in, so they stay.
bool is_rule(std::string_view line) {
  const char first = line[0];
  if (line.size() < 3 || (first != '-' && first != '=' && first != '*')) return false;
  return std::all_of(line.begin(), line.end(),
                     [&](char byte) { return byte == first || byte == ' '; });
}

/// Takes a text apart line by line. History and signature are found afterwards.
class PlainBlocks {
 public:
  explicit PlainBlocks(Reply& reply)
      : text_(reply.text), blocks_(reply.blocks), lines_(reply.text) {}

  void read() {
    Line line;
    while (lines_.next(line)) {
      if (fence_ != 0) {
        take_fenced(line);
      } else if (line.text.empty()) {
        open_ = false;
        after_blank_ = true;
      } else {
        if (!take_marked(line)) take_prose(line);
        after_blank_ = false;
      }
    }
  }

 private:
  void grow(const Line& line) { blocks_.back().text.end = line.text.end; }

  void start(Span span, Kind kind) {
    blocks_.push_back({.text = span, .kind = kind});
    open_ = true;
  }

  void add(const Line& line, Kind kind) { in(kind) ? grow(line) : start(line.text, kind); }

  [[nodiscard]] bool in(Kind kind) const { return open_ && blocks_.back().kind == kind; }

  /// Lines that begin with a sign of some kind. Most begin with a letter.
  bool take_marked(const Line& line) {
    const std::string_view text = text_.substr(line.text.begin, line.text.size());
    const char first = text[0];
    if (first >= 'A' && first <= 'Z') return false;
    if (first == '>') {
      add(line, Kind::quote);
      return true;
    }
    if (is_fence(text, first)) {
      start(line.text, Kind::code);
      fence_ = first;
      return true;
    }
    if (is_rule(text)) {
      open_ = false;
      return true;
    }
    if (const auto bullet = bullet_of(text); bullet && may_begin(*bullet)) {
      start_item(line, *bullet);
      return true;
    }
    return false;
  }

  void take_prose(const Line& line) {
    const bool code = in(Kind::code) || (after_blank_ && list_depth_ == 0);
    if (code && line.indent >= 4) return add(line, Kind::code);
    const bool continues_item =
        in(Kind::list_item) && (line.indent > 0 || ascii::is_lower(text_[line.text.begin]));
    if (continues_item || in(Kind::paragraph)) return grow(line);
    if (line.indent == 0) list_depth_ = 0;
    start(line.text, Kind::paragraph);
    blocks_.back().depth = depth();
  }

  [[nodiscard]] std::uint8_t depth() const {
    return static_cast<std::uint8_t>(list_depth_ > 0 ? list_depth_ - 1 : 0);
  }

  void take_fenced(const Line& line) {
    if (line.text.empty()) return;
    grow(line);
    const std::string_view text = text_.substr(line.text.begin, line.text.size());
    if (!is_fence(text, fence_) || text.find_first_not_of(fence_) != std::string_view::npos) return;
    fence_ = 0;
    open_ = false;
  }

  [[nodiscard]] static bool is_fence(std::string_view text, char sign) {
    return (sign == '`' && text.starts_with("```")) || (sign == '~' && text.starts_with("~~~"));
  }

  /// A number in the middle of a paragraph is most likely a number.
  [[nodiscard]] bool may_begin(const Bullet& bullet) const {
    return bullet.first || !in(Kind::paragraph);
  }

  void start_item(const Line& line, const Bullet& bullet) {
    while (list_depth_ > 0 && list_indents_[list_depth_ - 1] > line.indent) --list_depth_;
    const bool deeper = list_depth_ == 0 || list_indents_[list_depth_ - 1] < line.indent;
    if (deeper && list_depth_ < list_indents_.size()) list_indents_[list_depth_++] = line.indent;
    start({line.text.begin + bullet.size, line.text.end}, Kind::list_item);
    blocks_.back().depth = depth();
  }

  std::string_view text_;
  std::vector<Block>& blocks_;
  Lines lines_;
  bool open_ = false;  ///< The next line may belong to the last block.
  bool after_blank_ = true;
  char fence_ = 0;  ///< What the open fence is made of.
  std::array<std::uint32_t, 16> list_indents_{};
  std::size_t list_depth_ = 0;
};

}  // namespace

void read_plain(std::string_view bytes, Reply& reply) {
  const Begun begun = begin_reply(bytes, Syntax::text, reply);
  if (reply.suppressions.empty() && reply.left_out.empty() && utf8::is_valid(begun.bytes)) {
    reply.text = begun.bytes;
    reply.map.make_identity(begun.skipped);
  } else {
    const auto end = static_cast<std::uint32_t>(begun.skipped + begun.bytes.size());
    TextBuilder(bytes, reply).verbatim({begun.skipped, end});
    reply.text = reply.buffer;
  }
  PlainBlocks(reply).read();
  mark_history(reply);
}

std::string escape_plain(std::string_view text) { return std::string(text); }

}  // namespace tonelint
