#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "input/build.hpp"
#include "input/mail_marks.hpp"
#include "input/syntaxes.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

using Kind = Block::Kind;

/// One line: its text without white space at the ends, and how far it is indented.
struct Line {
  Span text;
  std::uint32_t indent = 0;
};

/// Lines of a text, one after the other; they end at LF, CRLF or a lone CR.
class Lines {
 public:
  explicit Lines(std::string_view text)
      : text_(text), line_feed_(text.find('\n')), carriage_return_(text.find('\r')) {}

  bool next(Line& line) {
    if (at_ >= text_.size()) return false;
    const std::size_t begin = at_;
    std::size_t end = std::min({line_feed_, carriage_return_, text_.size()});
    at_ = end + 1;
    if (end == carriage_return_) {
      carriage_return_ = text_.find('\r', end + 1);
      if (line_feed_ == end + 1) ++at_;
    }
    if (line_feed_ < at_) line_feed_ = text_.find('\n', at_);
    line = trimmed(begin, end);
    return true;
  }

 private:
  [[nodiscard]] Line trimmed(std::size_t begin, std::size_t end) const {
    std::uint32_t indent = 0;
    for (; begin < end; ++begin) {
      if (text_[begin] == ' ') {
        ++indent;
      } else if (text_[begin] == '\t') {
        indent = indent / 4 * 4 + 4;
      } else if (text_.substr(begin, 2) == no_break_space) {  // blank lines of rich-text editors
        ++begin;
        ++indent;
      } else {
        break;
      }
    }
    while (end > begin) {
      if (text_[end - 1] == ' ' || text_[end - 1] == '\t') {
        --end;
      } else if (end - begin >= 2 && text_.substr(end - 2, 2) == no_break_space) {
        end -= 2;
      } else {
        break;
      }
    }
    return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, indent};
  }

  static constexpr std::string_view no_break_space = "\xC2\xA0";
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_feed_, carriage_return_;
};

/// What begins a list item.
struct Bullet {
  std::uint32_t size = 0;  ///< With the white space behind it.
  bool ordered = false;
  bool first = true;  ///< Not "2.": may follow a paragraph without a blank line.
};

constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
constexpr bool is_lower(char byte) { return byte >= 'a' && byte <= 'z'; }

std::optional<Bullet> bullet_of(std::string_view line) {
  std::size_t size = 0;
  Bullet bullet;
  bool space_needed = true;
  if (line[0] == '-' || line[0] == '*') {
    size = 1;
  } else if (is_digit(line[0])) {
    while (size < line.size() && size < 4 && is_digit(line[size])) ++size;
    if (size == 4 || size == line.size() || (line[size] != '.' && line[size] != ')')) return {};
    bullet.ordered = true;
    bullet.first = line.substr(0, size) == "1";
    ++size;
  } else if (is_lower(line[0]) && line.size() > 1 && line[1] == ')') {
    bullet.ordered = true;
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

/// "-----", "=====", "* * *": a line that only divides.
bool is_rule(std::string_view line) {
  return line.size() >= 3 &&
         line.find_first_not_of(std::array{line[0], ' ', '\0'}.data()) == std::string_view::npos;
}

/// Takes a text apart line by line. Most lines are told by their first byte to be ordinary prose.
class PlainBlocks {
 public:
  explicit PlainBlocks(Reply& reply)
      : text_(reply.text), blocks_(reply.blocks), lines_(reply.text) {}

  void read() {
    Line line;
    while (lines_.next(line)) {
      if (line.text.empty()) {
        blank();
      } else if (part_ == Part::quote) {
        grow(line);
      } else if (fence_ != 0) {
        grow(line);
        if (is_fence(line, fence_)) close_fence();
      } else {
        take(line);
      }
    }
  }

 private:
  enum class Part : std::uint8_t { reply, signature, quote };

  [[nodiscard]] std::string_view view(Span span) const {
    return text_.substr(span.begin, span.size());
  }

  void blank() {
    before_.fill({});
    // Signature, history and a fenced block go on behind a blank line.
    if (part_ != Part::reply || fence_ != 0) return;
    open_ = false;
    after_blank_ = true;
  }

  void grow(const Line& line) { blocks_.back().text.end = line.text.end; }

  void start(Span span, Kind kind) {
    blocks_.push_back({.text = span, .kind = kind});
    open_ = true;
  }

  [[nodiscard]] bool in(Kind kind) const { return open_ && blocks_.back().kind == kind; }

  void take(const Line& line) {
    const std::string_view text = view(line.text);
    if (!(text.ends_with(':') && take_attribution(line)) && !take_marked(line, text[0])) {
      take_prose(line);
    }
    after_blank_ = false;
    before_ = {before_[1], line.text};
  }

  /// Lines that begin with a sign of some kind.
  bool take_marked(const Line& line, char first) {
    const std::string_view text = view(line.text);
    if (first == '>') {
      in(Kind::quote) ? grow(line) : start(line.text, Kind::quote);
      // Behind a line of quotation that interrupts it, a signature goes on as a new block.
      return true;
    }
    if (first == '#' || first == '-' || first == '_') {
      if (is_quote_separator(text)) return start_quote(line);
    }
    if (is_from_line(text) && heads_follow()) return start_quote(line);
    if (part_ == Part::signature) {
      in(Kind::signature) ? grow(line) : start(line.text, Kind::signature);
      return true;
    }
    if (is_signature_separator(text) || is_sent_from(text)) {
      part_ = Part::signature;
      start(line.text, Kind::signature);
      return true;
    }
    if ((first == '`' || first == '~') && is_fence(line, first)) {
      start(line.text, Kind::code);
      fence_ = first;
      return true;
    }
    if (const auto bullet = bullet_of(text); bullet && may_begin(*bullet)) {
      start_item(line, *bullet);
      return true;
    }
    if (is_rule(text) && (first == '-' || first == '=' || first == '*' || first == '_')) {
      open_ = false;
      return true;
    }
    return false;
  }

  void take_prose(const Line& line) {
    const bool listed = list_depth_ > 0;
    if (in(Kind::code) ? line.indent >= 4 : after_blank_ && line.indent >= 4 && !listed) {
      in(Kind::code) ? grow(line) : start(line.text, Kind::code);
      return;
    }
    const bool continues_item =
        in(Kind::list_item) && (line.indent > 0 || is_lower(text_[line.text.begin]));
    if (continues_item || in(Kind::paragraph)) return grow(line);
    if (line.indent == 0) list_depth_ = 0;
    start(line.text, Kind::paragraph);
    blocks_.back().depth = static_cast<std::uint8_t>(list_depth_);
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
    blocks_.back().ordered = bullet.ordered;
    blocks_.back().depth = static_cast<std::uint8_t>(list_depth_ - 1);
  }

  [[nodiscard]] bool is_fence(const Line& line, char sign) const {
    const std::string_view text = view(line.text);
    const std::size_t end = std::min(text.find_first_not_of(sign), text.size());
    return end >= 3 && (fence_ == 0 || end == text.size());
  }

  void close_fence() {
    fence_ = 0;
    open_ = false;
  }

  /// "On …, … wrote:", which may begin up to two lines before.
  bool take_attribution(const Line& line) {
    if (!ends_attribution(view(line.text))) return false;
    for (const Span begin : {line.text, before_[1], before_[0]}) {
      if (begin.empty() || !is_attribution(view({begin.begin, line.text.end}))) continue;
      cut(begin.begin);
      return start_quote({{begin.begin, line.text.end}, line.indent});
    }
    return names_writer(view(line.text)) && start_quote(line);
  }

  /// Takes what begins at `begin` from the block before.
  void cut(std::uint32_t begin) {
    if (!open_ || blocks_.back().text.end <= begin) return;
    if (blocks_.back().text.begin >= begin) {
      blocks_.pop_back();
      return;
    }
    std::uint32_t end = begin;
    while (std::string_view(" \t\r\n").find(text_[end - 1]) != std::string_view::npos) --end;
    blocks_.back().text.end = end;
  }

  [[nodiscard]] bool heads_follow() const {
    Lines ahead = lines_;
    Line line;
    for (int heads = 0; ahead.next(line) && is_head_line(view(line.text));) {
      if (++heads == 2) return true;
    }
    return false;
  }

  /// A line says that history follows. Where that is marked by ">", the agent may have written
  /// between the lines; else all of the rest is history.
  bool start_quote(const Line& line) {
    start(line.text, Kind::quote);
    part_ = Part::quote;
    Lines behind = lines_;
    Line next;
    while (behind.next(next)) {
      if (next.text.empty()) continue;
      const std::string_view text = view(next.text);
      if (text[0] == '>') part_ = Part::reply;
      if (!is_from_line(text) && !is_head_line(text)) break;
      grow(next);
      lines_ = behind;
    }
    open_ = false;
    return true;
  }

  std::string_view text_;
  std::vector<Block>& blocks_;
  Lines lines_;
  Part part_ = Part::reply;
  bool open_ = false;  ///< The next line may belong to the last block.
  bool after_blank_ = true;
  char fence_ = 0;                ///< What the open fence is made of.
  std::array<Span, 2> before_{};  ///< The two lines before, within this paragraph.
  std::array<std::uint32_t, 16> list_indents_{};
  std::size_t list_depth_ = 0;
};

}  // namespace

void read_plain(std::string_view bytes, Reply& reply) {
  const Begun begun = begin_reply(bytes, Syntax::text, reply);
  if (utf8::is_valid(begun.bytes)) {
    reply.text = begun.bytes;
    reply.map.make_identity(begun.skipped);
  } else {
    const auto end = static_cast<std::uint32_t>(begun.skipped + begun.bytes.size());
    TextBuilder(bytes, reply).verbatim({begun.skipped, end});
    reply.text = reply.buffer;
  }
  PlainBlocks(reply).read();
}

std::string escape_plain(std::string_view text) { return std::string(text); }

}  // namespace tonelint
