#include <md4c.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "input/build.hpp"
#include "input/entity.hpp"
#include "input/history.hpp"
#include "input/html_part.hpp"
#include "input/rich_text.hpp"
#include "input/syntaxes.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

using Kind = Block::Kind;

constexpr bool is_punctuation(char byte) {
  return (byte >= '!' && byte <= '/') || (byte >= ':' && byte <= '@') ||
         (byte >= '[' && byte <= '`') || (byte >= '{' && byte <= '~');
}

/// Listens to md4c and writes down what the customer reads.
class MarkdownText {
 public:
  /// `parsed` is what md4c reads: `begun.bytes` or a copy of them.
  MarkdownText(std::string_view source, Begun begun, std::string_view parsed, Reply& reply)
      : source_(source), parsed_(parsed), skipped_(begun.skipped), rich_(source, reply) {
    rich_.move_source_end(begun.skipped);
  }

  void enter(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) return enter_cell();
    close();
    switch (type) {
      case MD_BLOCK_QUOTE:
        ++quotes_;
        break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        fresh_items_.push_back(false);
        break;
      case MD_BLOCK_LI:
        fresh_items_.back() = true;
        break;
      case MD_BLOCK_H:
        leaf_ = Kind::heading;
        break;
      case MD_BLOCK_CODE:
        leaf_ = Kind::code;
        break;
      case MD_BLOCK_TR:
        leaf_ = Kind::table;
        break;
      case MD_BLOCK_HTML:
        html_ = Span{};
        break;
      default:
        break;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) return;
    close();
    switch (type) {
      case MD_BLOCK_QUOTE:
        --quotes_;
        break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        fresh_items_.pop_back();
        break;
      case MD_BLOCK_HTML:
        if (html_ && !html_->empty()) read_html_part(source_, *html_, rich_);
        html_.reset();
        previous_ = Kind::paragraph;
        break;
      default:
        leaf_ = Kind::paragraph;
        break;
    }
  }

  void enter_span(MD_SPANTYPE type, const void* detail) {
    if (type == MD_SPAN_STRONG) rich_.open_mark(Mark::Kind::strong, {});
    if (type == MD_SPAN_CODE) rich_.open_mark(Mark::Kind::code, {});
    if (type == MD_SPAN_A) {
      rich_.open_mark(Mark::Kind::link,
                      in_source(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href));
    }
    if (type == MD_SPAN_IMG) {
      rich_.open_mark(Mark::Kind::image,
                      in_source(static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src));
    }
  }

  void leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_STRONG) close_mark(Mark::Kind::strong);
    if (type == MD_SPAN_CODE) close_mark(Mark::Kind::code);
    if (type == MD_SPAN_A) close_mark(Mark::Kind::link);
    if (type == MD_SPAN_IMG) close_mark(Mark::Kind::image);
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    if (html_ || type == MD_TEXT_HTML) return raw_html(text);
    if (!rich_.block_open()) open();
    if (std::exchange(cell_begins_, false)) rich_.inserted("\t");
    rich_.begin_text();
    switch (type) {
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR:
        line_break("\n");
        break;
      case MD_TEXT_NULLCHAR: {
        const std::size_t at = source_.find('\0', rich_.source_end());
        if (at != std::string_view::npos) rich_.replaced(span(at, 1), utf8::replacement_bytes);
        break;
      }
      case MD_TEXT_ENTITY:
        entity(text);
        break;
      default:
        plain(type, text);
        break;
    }
  }

 private:
  static Span span(std::size_t begin, std::size_t size) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
  }

  /// Where in the source the bytes stand that md4c gives, unless they are its own.
  [[nodiscard]] std::optional<Span> find(std::string_view text) const {
    const std::less<> before;
    if (text.data() == nullptr || before(text.data(), parsed_.data())) return std::nullopt;
    if (before(parsed_.data() + parsed_.size(), text.data() + text.size())) return std::nullopt;
    return span(skipped_ + static_cast<std::size_t>(text.data() - parsed_.data()), text.size());
  }

  [[nodiscard]] std::string_view in_source(const MD_ATTRIBUTE& attribute) const {
    const auto found = find({attribute.text, attribute.size});
    return found ? source_.substr(found->begin, found->size()) : std::string_view{};
  }

  /// The address of `[text](address)` when md4c gives it decoded; else the text is the address.
  [[nodiscard]] std::string_view target_behind(std::uint32_t at) {
    constexpr std::size_t most_marks = 16;  // "**](" and such between text and address
    const std::size_t found = source_.substr(at, most_marks).find("](");
    if (found != std::string_view::npos) {
      const std::string_view rest = source_.substr(at + found + 2);
      return rest.substr(0, rest.find_first_of(" )\t\r\n"));
    }
    const auto& begin = rich_.mark().text.begin;
    return rich_.size() > begin && at >= rich_.size() - begin
               ? source_.substr(at - (rich_.size() - begin), rich_.size() - begin)
               : std::string_view{};
  }

  void close() {
    while (rich_.mark_open()) close_mark(rich_.mark().kind);
    rich_.close_block();
    cell_begins_ = false;
  }

  /// Ends the mark of this kind, and any that was left open within.
  void close_mark(Mark::Kind kind) {
    for (bool found = false; !found && rich_.mark_open();) {
      Mark& mark = rich_.mark();
      found = mark.kind == kind;
      const bool addressed = mark.kind == Mark::Kind::link || mark.kind == Mark::Kind::image;
      if (addressed && mark.target.empty()) mark.target = target_behind(rich_.source_end());
      rich_.close_mark();
    }
  }

  void open() {
    Block block;
    block.kind = leaf_;
    if (quotes_ > 0) {
      block.kind = Kind::quote;
    } else if (leaf_ == Kind::paragraph && !fresh_items_.empty()) {
      if (fresh_items_.back()) block.kind = Kind::list_item;
      fresh_items_.back() = false;
    }
    const std::size_t depth = quotes_ > 0            ? quotes_ - 1
                              : fresh_items_.empty() ? 0
                                                     : fresh_items_.size() - 1;
    block.depth = static_cast<std::uint8_t>(std::min<std::size_t>(depth, 255));
    const bool same = block.kind == previous_;
    const bool close_by = same && (block.kind == Kind::list_item || block.kind == Kind::table);
    rich_.open_block(block, close_by ? "\n" : "\n\n");
    previous_ = block.kind;
  }

  /// Cells are divided by a tab, once there is text behind it.
  void enter_cell() { cell_begins_ = rich_.block_open(); }

  void plain(MD_TEXTTYPE type, std::string_view text) {
    if (text.empty()) return;
    const auto found = find(text);
    if (!found || found->begin < rich_.source_end()) return made_up(text);
    Span where = *found;
    if (type == MD_TEXT_CODE) rich_.keep_comments(where);
    const std::uint32_t begin = where.begin;
    const bool escaped = type == MD_TEXT_NORMAL && begin > rich_.source_end() &&
                         source_[begin - 1] == '\\' && is_punctuation(text[0]);
    if (escaped) {
      rich_.replaced({begin - 1, begin + 1}, text.substr(0, 1));
      ++where.begin;
    }
    rich_.verbatim(where);
  }

  /// md4c's own text: the line ends of code, and spaces for tabs.
  void made_up(std::string_view text) {
    // Only where it is asked for: a long indentation comes in many pieces of several spaces.
    const std::size_t next =
        text == " " ? source_.find_first_not_of(" \t", rich_.source_end()) : std::string_view::npos;
    const bool ends =
        next != std::string_view::npos && (source_[next] == '\n' || source_[next] == '\r');
    // In code within a line a line break becomes a space; in a block a space is the line's own.
    if (text == "\n" || (text == " " && ends && leaf_ != Kind::code)) {
      line_break(text);
    } else if (text == " " && next != std::string_view::npos &&
               source_[rich_.source_end()] == ' ') {
      rich_.verbatim(span(rich_.source_end(), 1));
    } else if (utf8::is_valid(text)) {
      rich_.inserted(text);
    }
  }

  /// The line break takes the white space around it, and the backslash of a hard break.
  void line_break(std::string_view text) {
    std::size_t at = source_.find_first_of("\r\n", rich_.source_end());
    if (at == std::string_view::npos) return rich_.inserted(text);  // the one added at the end
    std::size_t begin = at;
    while (begin > rich_.source_end() &&
           (source_[begin - 1] == ' ' || source_[begin - 1] == '\t')) {
      --begin;
    }
    if (begin == at && begin > rich_.source_end() && source_[begin - 1] == '\\') --begin;
    if (source_.substr(at, 2) == "\r\n") ++at;
    ++at;
    if (leaf_ != Kind::code) at = std::min(source_.find_first_not_of(" \t", at), source_.size());
    if (begin + 1 == at && source_[begin] == text[0]) {
      rich_.verbatim(span(begin, 1));
    } else {
      rich_.replaced(span(begin, at - begin), text);
    }
  }

  void entity(std::string_view text) {
    decoded_.clear();
    const auto found = find(text);
    if (found && decode_entity(text, decoded_) == text.size()) {
      rich_.replaced(*found, decoded_);
    } else {
      plain(MD_TEXT_CODE, text);
    }
  }

  /// Tags in the line go; a placeholder written as a tag and `<br>` stay. Blocks of HTML are read
  /// once they are whole.
  void raw_html(std::string_view text) {
    const auto found = find(text);
    if (!found) return;
    const Span where = *found;
    if (html_) {
      if (html_->empty()) html_ = where;
      html_->end = where.end;
      return;
    }
    if (where.begin < rich_.source_end()) return;
    if (is_placeholder_tag(text)) {
      if (!rich_.block_open()) open();
      rich_.verbatim(where);
    } else if (text.starts_with("<br") && rich_.block_open()) {
      rich_.replaced(where, "\n");
    } else {
      rich_.move_source_end(where.end);
    }
  }

  std::string_view source_;
  std::string_view parsed_;
  std::uint32_t skipped_;
  RichText rich_;
  std::vector<bool> fresh_items_;  ///< By open list: nothing was read of its item yet.
  std::size_t quotes_ = 0;
  Kind leaf_ = Kind::paragraph;
  Kind previous_ = Kind::paragraph;
  std::optional<Span> html_;  ///< The block of raw HTML that is open.
  bool cell_begins_ = false;
  std::string decoded_;
};

MarkdownText& self(void* object) { return *static_cast<MarkdownText*>(object); }

}  // namespace

void read_markdown(std::string_view bytes, Reply& reply) {
  const Begun begun = begin_reply(bytes, Syntax::markdown, reply);
  // md4c 0.4.8 reads past an end without a line break, as of "[](".
  thread_local std::string ended;
  std::string_view parsed = begun.bytes;
  if (!parsed.ends_with('\n')) parsed = ended.assign(parsed).append("\n");
  MarkdownText text(bytes, begun, parsed.substr(0, begun.bytes.size()), reply);
  MD_PARSER parser{};
  // Not its bare addresses: where two overlap, md4c 0.4.8 reads other memory. They stay plain text,
  // in which the document finds them as it does in every syntax.
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* object) {
    self(object).enter(type);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* object) {
    self(object).leave(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* object) {
    self(object).enter_span(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* object) {
    self(object).leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* data, MD_SIZE size, void* object) {
    self(object).text(type, {data, size});
    return 0;
  };
  md_parse(parsed.data(), static_cast<MD_SIZE>(parsed.size()), &parser, &text);
  reply.text = reply.buffer;
  mark_history(reply);
}

}  // namespace tonelint
