#include "document/flags.hpp"

#include <algorithm>

namespace tonelint {

namespace {

using Kind = Token::Kind;

/// A quotation is no longer; a mark that closes none before is something else.
constexpr std::uint32_t longest_quotation = 60;
/// A label on a screen has no more words, and no more tokens.
constexpr std::uint32_t longest_label = 4;
constexpr std::uint32_t longest_label_tokens = 40;

Range within(std::span<const Token> tokens, Span span) {
  const auto first = [&](std::uint32_t byte) {
    const auto at = std::lower_bound(
        tokens.begin(), tokens.end(), byte,
        [](const Token& token, std::uint32_t begin) { return token.begin < begin; });
    return static_cast<std::uint32_t>(at - tokens.begin());
  };
  return {first(span.begin), first(span.end)};
}

void set(std::vector<Token>& tokens, Range range, unsigned flags) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    tokens[i].flags = static_cast<std::uint16_t>(tokens[i].flags | flags);
  }
}

bool is_quote_byte(char c) { return c == '"' || c == '\'' || c == '\xE2' || c == '\xC2'; }

class Quotations {
 public:
  Quotations(std::string_view text, std::span<const Token> tokens, Range range)
      : text_(text), tokens_(tokens), range_(range) {}

  /// The quotation that opens at `i`, without its marks, or an empty range.
  [[nodiscard]] Range at(std::uint32_t i) const {
    const std::string_view open = bytes(i);
    const bool straight = open == "\"" || open == "'";
    if (straight && !may_open(i)) return {};
    const std::string_view close = open == "“"   ? "”"
                                   : open == "„" ? "“”"
                                   : open == "‘" ? "’"
                                   : open == "«" ? "»"
                                   : open == "»" ? "«"
                                   : straight    ? open
                                                 : std::string_view{};
    if (close.empty()) return {};
    std::uint32_t words = 0;
    const std::uint32_t limit = std::min(range_.end, i + 4 * longest_quotation);
    for (std::uint32_t j = i + 1; j < limit && words <= longest_quotation; ++j) {
      words += tokens_[j].counts();
      if (tokens_[j].kind != Kind::pause || close.find(bytes(j)) == std::string_view::npos)
        continue;
      if ((open == "'" || open == "‘") && !may_close(j)) continue;
      return {i + 1, j};
    }
    return {};
  }

 private:
  [[nodiscard]] std::string_view bytes(std::uint32_t i) const {
    return {text_.data() + tokens_[i].begin, tokens_[i].end - tokens_[i].begin};
  }
  /// Not after a number or letter (5", a plural's apostrophe), and not before a space.
  [[nodiscard]] bool may_open(std::uint32_t i) const {
    if (i + 1 >= range_.end || tokens_[i + 1].has(Token::space_before)) return false;
    return i == range_.begin || tokens_[i].has(Token::space_before) || !tokens_[i - 1].counts();
  }
  [[nodiscard]] bool may_close(std::uint32_t j) const {
    if (tokens_[j].has(Token::space_before)) return false;
    return j + 1 == range_.end || tokens_[j + 1].has(Token::space_before) ||
           !tokens_[j + 1].counts();
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  Range range_;
};

}  // namespace

void flag_marks(const Reply& reply, std::vector<Token>& tokens) {
  constexpr std::uint16_t flags[] = {Token::hidden | +Token::label, 0, Token::linked,
                                     Token::hidden};  // By kind.
  // Marks may nest and are in order of begin: up to there, all is flagged from where the next
  // begins.
  std::uint32_t flagged[std::size(flags)] = {};
  for (const Mark& mark : reply.marks) {
    const auto kind = static_cast<std::size_t>(mark.kind);
    if (flags[kind] == 0) continue;
    const Range range = within(tokens, mark.text);
    set(tokens, {std::max(range.begin, flagged[kind]), range.end}, flags[kind]);
    flagged[kind] = std::max(flagged[kind], range.end);
  }
}

void flag_labels(const Document& document, std::vector<Token>& tokens) {
  for (const Mark& mark : document.reply().marks) {
    if (mark.kind != Mark::Kind::strong) continue;
    const Range range = within(tokens, mark.text);
    if (range.empty() || range.size() > longest_label_tokens) continue;
    if (!tokens[range.begin].has(Token::capitalised)) continue;
    const Kind last = tokens[range.end - 1].kind;
    if (last == Kind::terminator || last == Kind::separator) continue;
    std::uint32_t words = 0;
    for (std::uint32_t i = range.begin; i < range.end; ++i) words += tokens[i].counts();
    const Range sentence = document.sentences()[document.sentence_of(range.begin)].tokens;
    const bool whole = sentence.begin >= range.begin && sentence.end <= range.end + 1;
    if (words <= longest_label && !whole) set(tokens, range, Token::label);
  }
}

void flag_quotations(const Document& document, std::vector<Token>& tokens) {
  const std::string_view text = document.text();
  std::uint32_t behind = 0;  // The last quotation.
  for (const std::uint32_t i : document.marks()) {
    if (tokens[i].kind != Kind::pause || i < behind) continue;
    if (!is_quote_byte(text[tokens[i].begin]) || document.paragraphs().empty()) continue;
    const Paragraph& paragraph = document.paragraphs()[document.paragraph_of(i)];
    if (paragraph.part != Part::body || !paragraph.tokens.contains(i)) continue;
    const Range inside = Quotations(text, tokens, paragraph.tokens).at(i);
    if (inside.begin == 0) continue;
    set(tokens, inside, Token::quoted);
    behind = inside.end + 1;
  }
}

}  // namespace tonelint
