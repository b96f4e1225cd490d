#include "input/history.hpp"

#include <array>

#include "input/lines.hpp"
#include "input/mail_marks.hpp"

namespace tonelint {
namespace {

using Kind = Block::Kind;

/// Where history or a signature begins in a block.
struct Cut {
  std::uint32_t at = 0;
  Kind kind = Kind::paragraph;  ///< quote or signature; paragraph: nothing found.
};

class CutFinder {
 public:
  explicit CutFinder(std::string_view text) : text_(text) {}

  /// The first place in `block`; in a signature only history may begin.
  [[nodiscard]] Cut find(Span block, bool in_signature) const {
    Lines lines(text_, block);
    Line line;
    std::array<Span, 2> before{};
    while (lines.next(line)) {
      if (line.text.empty()) continue;
      const Cut cut = judge(line.text, before, lines);
      const bool begins = cut.kind == Kind::quote || (cut.kind == Kind::signature && !in_signature);
      if (begins) return cut;
      before = {before[1], line.text};
    }
    return {};
  }

 private:
  [[nodiscard]] std::string_view view(Span span) const {
    return text_.substr(span.begin, span.size());
  }

  [[nodiscard]] Cut judge(Span line, const std::array<Span, 2>& before, const Lines& behind) const {
    const std::string_view text = view(line);
    if (ends_attribution(text)) {
      for (const Span begin : {line, before[1], before[0]}) {
        if (!begin.empty() && is_attribution(view({begin.begin, line.end}))) {
          return {begin.begin, Kind::quote};
        }
      }
      if (names_writer(text)) return {line.begin, Kind::quote};
    }
    // The first letters of all other marks.
    if (std::string_view("#-_*FVDSGEI\xE2").find(text[0]) == std::string_view::npos) return {};
    if (is_quote_separator(text) || (is_from_line(text) && heads_follow(behind))) {
      return {line.begin, Kind::quote};
    }
    if (is_signature_separator(text) || is_sent_from(text)) return {line.begin, Kind::signature};
    return {};
  }

  [[nodiscard]] bool heads_follow(Lines behind) const {
    Line line;
    for (int heads = 0; behind.next(line) && is_head_line(view(line.text));) {
      if (++heads == 2) return true;
    }
    return false;
  }

  std::string_view text_;
};

}  // namespace

void mark_history(Reply& reply) {
  thread_local std::vector<Block> marked;
  marked.clear();
  const CutFinder finder(reply.text);
  Kind part = Kind::paragraph;  // what the agent wrote, else signature or quote
  for (std::size_t i = 0; i < reply.blocks.size(); ++i) {
    Block block = reply.blocks[i];
    const bool prose = block.kind == Kind::paragraph || block.kind == Kind::heading;
    if (part != Kind::paragraph && block.kind != Kind::quote) block.kind = part;
    while (prose && part != Kind::quote) {
      const Cut cut = finder.find(block.text, part == Kind::signature);
      if (cut.kind == Kind::paragraph) break;
      const Span before = trimmed(reply.text, {block.text.begin, cut.at});
      if (!before.empty()) {
        marked.push_back(block);
        marked.back().text = before;
      }
      block = {.text = {cut.at, block.text.end}, .kind = cut.kind};
      part = cut.kind;
    }
    marked.push_back(block);
    const bool quoted = i + 1 < reply.blocks.size() && reply.blocks[i + 1].kind == Kind::quote;
    if (part == Kind::quote && quoted) part = Kind::paragraph;
  }
  reply.blocks.swap(marked);
}

}  // namespace tonelint
