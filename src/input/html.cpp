#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "input/build.hpp"
#include "input/entity.hpp"
#include "input/history.hpp"
#include "input/html_element.hpp"
#include "input/html_lines.hpp"
#include "input/html_part.hpp"
#include "input/html_token.hpp"
#include "input/rich_text.hpp"
#include "input/syntaxes.hpp"
#include "text/ascii.hpp"

namespace tonelint {
namespace {

using Kind = Block::Kind;
using Role = HtmlRole;

/// How far an end tag looks for its start tag among inline elements.
constexpr std::size_t reach = 64;

constexpr bool is_white(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

/// Reads HTML token by token and writes down what a browser would show. It needs no tree: what the
/// elements around a text say of it is copied from each open element to those within. So nothing
/// recurses, and time grows with the bytes alone, however deep they nest.
class HtmlText {
 public:
  HtmlText(std::string_view source, Span part, RichText& rich)
      : source_(source), tokens_(source, part), rich_(rich), lines_(source, rich) {
    rich_.move_source_end(std::max(rich_.source_end(), part.begin));
    open_.push_back({});
    blocks_open_.resize(element_count());
  }

  void read() {
    HtmlToken token;
    while (tokens_.next(token)) {
      switch (token.kind) {
        case HtmlToken::Kind::text:
          if (!open_.back().hidden) text(token.source);
          break;
        case HtmlToken::Kind::start_tag:
          start(token);
          break;
        case HtmlToken::Kind::end_tag:
          end(element_named(token.name), token.name);
          break;
        case HtmlToken::Kind::comment:
          comment(token.source);
          break;
      }
    }
    while (open_.size() > 1) leave();
    rich_.close_block();
  }

 private:
  /// An open element, with what it inherits.
  struct Open {
    const HtmlElement* element = nullptr;
    std::string_view name;
    bool hidden = false, quote = false, signature = false, code = false, kept = false;
    bool heading = false, marked = false, spaced = false;
    std::uint8_t quotes = 0, lists = 0;
  };

  void start(const HtmlToken& token) {
    const HtmlElement& element = element_named(token.name);
    if (element.role == Role::raw) return tokens_.skip_element(token.name);
    if (element.role == Role::empty) return;
    if (element.role == Role::line_break) return line_break(token.source);
    if (element.role == Role::image) return image(token);
    if (element.role == Role::placeholder) return placeholder(token);
    close_implied(element);
    Open open = open_.back();
    const HtmlNature nature = nature_of(token.attributes);
    open.element = &element;
    open.name = token.name;
    open.marked = false;
    open.spaced = element.spaced && !nature.tight;
    if (is_block(element.role) && element.role != Role::cell) lines_.end(open.spaced);
    if (nature.quote_follows) rest_is_quote_ = true;
    if (element.role == Role::rule) return;
    adopt(nature, open);
    adopt(element.role, open);
    mark(element.role, token.attributes, open);
    open_.push_back(open);
    if (is_block(element.role)) ++blocks_open_[index_of(element)];
  }

  static void adopt(const HtmlNature& nature, Open& open) {
    open.hidden |= nature.hidden;
    open.signature |= nature.signature;
    if (nature.quote) open.quote = true;
    if (nature.white != HtmlNature::White::inherited) {
      open.kept = nature.white == HtmlNature::White::kept;
    }
  }

  void adopt(Role role, Open& open) {
    const auto deeper = [](std::uint8_t& depth) {
      depth = static_cast<std::uint8_t>(std::min(depth + 1, 255));
    };
    switch (role) {
      case Role::quote:
        open.quote = true;
        deeper(open.quotes);
        break;
      case Role::preformatted:
        open.code = open.kept = true;
        break;
      case Role::heading:
        open.heading = true;
        break;
      case Role::row:
        lines_.begin_block();
        break;
      case Role::cell:
        lines_.begin_cell();
        break;
      case Role::list:
        deeper(open.lists);
        break;
      case Role::item:
        if (open.lists == 0) open.lists = 1;
        lines_.begin_item();
        break;
      case Role::hidden:
        open.hidden = true;
        break;
      default:
        break;
    }
  }

  void mark(Role role, std::string_view attributes, Open& open) {
    if (open.hidden) return;
    open.marked = true;
    if (role == Role::strong) {
      rich_.open_mark(Mark::Kind::strong, {});
    } else if (role == Role::code) {
      rich_.open_mark(Mark::Kind::code, {});
    } else if (const auto address = find_attribute(attributes, "href");
               role == Role::link && address) {
      rich_.open_mark(Mark::Kind::link, *address);
    } else {
      open.marked = false;
    }
  }

  /// Start tags that end an element whose end tag editors leave out.
  void close_implied(const HtmlElement& element) {
    if (!is_block(element.role)) return;
    for (std::size_t i = open_.size() - 1, steps = 0; i > 0 && steps < reach; --i, ++steps) {
      const Role role = open_[i].element->role;
      const bool same = role == element.role;
      const bool ends = role == Role::paragraph ||
                        (same && (role == Role::item || role == Role::row || role == Role::cell));
      const bool passes = ends || !is_block(role) ||
                          (element.role == Role::item && role == Role::block) ||
                          (element.role == Role::row && role == Role::cell);
      if (!passes) return;
      if (ends) leave_to(i);
    }
  }

  void end(const HtmlElement& element, std::string_view name) {
    const bool block = is_block(element.role);
    // The count tells that the start tag of a block will be found, so each way is walked once.
    if (block && blocks_open_[index_of(element)] == 0) {
      if (element.role == Role::paragraph) lines_.end(true);
      return;
    }
    const std::size_t far = block ? open_.size() : reach;
    for (std::size_t i = open_.size() - 1, steps = 0; i > 0 && steps < far; --i, ++steps) {
      if (block ? open_[i].element == &element : ascii::same_but_for_case(open_[i].name, name)) {
        return leave_to(i);
      }
      if (!block && is_block(open_[i].element->role)) return;
    }
  }

  void leave_to(std::size_t index) {
    while (open_.size() > index) leave();
  }

  void leave() {
    const Open open = open_.back();
    open_.pop_back();
    if (open.marked) rich_.close_mark();
    if (!is_block(open.element->role)) return;
    --blocks_open_[index_of(*open.element)];
    if (open.element->role != Role::cell) lines_.end(open.spaced);
    if (open.element->role == Role::item) lines_.end_item();
  }

  void comment(Span source) {
    const std::string_view text = source_.substr(source.begin, source.size());
    if (text.find("originalMessage") != std::string_view::npos) rest_is_quote_ = true;
  }

  void image(const HtmlToken& token) {
    const auto text_instead = find_attribute(token.attributes, "alt");
    if (open_.back().hidden || !text_instead || text_instead->empty()) return;
    if (nature_of(token.attributes).hidden) return;
    rich_.open_mark(Mark::Kind::image,
                    find_attribute(token.attributes, "src").value_or(std::string_view{}));
    const auto begin = static_cast<std::uint32_t>(text_instead->data() - source_.data());
    text({begin, begin + static_cast<std::uint32_t>(text_instead->size())});
    rich_.close_mark();
  }

  void placeholder(const HtmlToken& token) {
    if (open_.back().hidden) return;
    before_text(token.source.begin);
    rich_.verbatim(token.source);
  }

  void line_break(Span source) {
    const Open& open = open_.back();
    if (open.hidden) return;
    if (!open.code) return lines_.line_break(source);
    before_text(source.begin);
    rich_.replaced(source, "\n");
  }

  void before_text(std::uint32_t begin) { lines_.before_text(begin, block_here()); }

  void text(Span span) {
    const Open& open = open_.back();
    for (std::uint32_t at = span.begin; at < span.end;) {
      const char byte = source_[at];
      if (is_white(byte) && !(open.code && lines_.has_text())) {
        at = white_space(at, span.end);
      } else if (byte == '&' && entity({at, span.end})) {
        at = rich_.source_end();
      } else {
        const std::uint32_t end = words_end(at + 1, span.end, open.kept);
        before_text(at);
        rich_.verbatim({at, end});
        at = end;
      }
    }
  }

  /// Where text ends that goes over as it is: ordinary words with one space between them.
  [[nodiscard]] std::uint32_t words_end(std::uint32_t at, std::uint32_t end, bool kept) const {
    const bool code = open_.back().code;
    for (; at < end && source_[at] != '&'; ++at) {
      if (!is_white(source_[at]) || code) continue;
      const bool one_space = source_[at] == ' ' && at + 1 < end && !is_white(source_[at + 1]);
      if (!one_space && !(kept && source_[at] == ' ')) break;
    }
    return at;
  }

  std::uint32_t white_space(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t at = begin;
    const Open& open = open_.back();
    if (open.kept && !open.code && (source_[at] == '\n' || source_[at] == '\r')) {
      at += at + 1 < end && source_.substr(at, 2) == "\r\n" ? 2 : 1;
      line_break({begin, at});
      return at;
    }
    while (at < end && is_white(source_[at]) && !(open.kept && at > begin && !open.code)) ++at;
    lines_.white_space({begin, at});
    return at;
  }

  bool entity(Span rest) {
    decoded_.clear();
    const std::size_t size = decode_entity(source_.substr(rest.begin, rest.size()), decoded_);
    if (size == 0) return false;
    before_text(rest.begin);
    rich_.replaced({rest.begin, rest.begin + static_cast<std::uint32_t>(size)}, decoded_);
    return true;
  }

  [[nodiscard]] Block block_here() const {
    const Open& open = open_.back();
    Block block;
    std::uint8_t depth = open.lists;
    if (open.quote || rest_is_quote_) {
      block.kind = Kind::quote;
      depth = open.quotes;
    } else if (open.signature) {
      block.kind = Kind::signature;
    } else if (open.code) {
      block.kind = Kind::code;
    } else if (open.heading) {
      block.kind = Kind::heading;
    } else if (open.lists > 0) {
      block.kind = Kind::list_item;
    }
    block.depth = depth > 0 ? static_cast<std::uint8_t>(depth - 1) : std::uint8_t{0};
    return block;
  }

  std::string_view source_;
  HtmlTokens tokens_;
  RichText& rich_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> blocks_open_;
  std::string decoded_;

  HtmlLines lines_;
  bool rest_is_quote_ = false;
};

}  // namespace

void read_html_part(std::string_view source, Span part, RichText& out) {
  HtmlText(source, part, out).read();
}

bool is_placeholder_tag(std::string_view tag) {
  HtmlTokens tokens(tag, {0, static_cast<std::uint32_t>(tag.size())});
  HtmlToken token;
  return tokens.next(token) && token.kind == HtmlToken::Kind::start_tag &&
         element_named(token.name).role == Role::placeholder;
}

void read_html(std::string_view bytes, Reply& reply) {
  const Begun begun = begin_reply(bytes, Syntax::html, reply);
  RichText rich(bytes, reply);
  const auto end = static_cast<std::uint32_t>(begun.skipped + begun.bytes.size());
  read_html_part(bytes, {begun.skipped, end}, rich);
  reply.text = reply.buffer;
  mark_history(reply);
}

std::string escape_html(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    switch (byte) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '\n':
        out += "<br>";
        break;
      case '\r':
        break;
      default:
        out += byte;
    }
  }
  return out;
}

}  // namespace tonelint
