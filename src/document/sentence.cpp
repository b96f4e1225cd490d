#include "document/sentence.hpp"

#include "document/abbreviations.hpp"
#include "document/character.hpp"
#include "text/utf8.hpp"

namespace tonelint {

namespace {

/// A line that is shorter ends where it breaks; a longer one was wrapped.
constexpr std::size_t wrapped_line = 50;

class Splitter {
 public:
  Splitter(std::string_view text, std::vector<Token>& tokens, Range range,
           std::span<const std::uint32_t>& marks)
      : text_(text), tokens_(tokens.data()), range_(range), marks_(marks), line_(range.begin) {}

  /// The end of the sentence that begins at `begin`.
  std::uint32_t end_of(std::uint32_t begin, std::uint32_t limit) {
    line_ = begin;
    std::uint32_t mark = limit;  // The last that turned out to end nothing.
    for (; !marks_.empty() && marks_.front() < limit; marks_ = marks_.subspan(1)) {
      const std::uint32_t i = marks_.front();
      if (i < begin) continue;
      Token& token = tokens_[i];
      if (token.has(Token::newline_before)) {
        if (i > begin && i != mark + 1 && !is_wrapped(i - 1)) return i;
        line_ = i;
      }
      if (token.kind == Token::Kind::terminator) {
        if (const std::uint32_t end = after_terminator(begin, i, limit)) return end;
        demote(token);
        mark = i;
      } else if (i + 1 < limit && begins_after_thing(i, i + 1)) {
        return i + 1;
      }
    }
    return limit;
  }

 private:
  [[nodiscard]] std::string_view bytes(std::uint32_t i) const {
    return {text_.data() + tokens_[i].begin, tokens_[i].end - tokens_[i].begin};
  }
  [[nodiscard]] bool is(std::uint32_t i, Token::Kind kind) const {
    return i < range_.end && tokens_[i].kind == kind;
  }
  [[nodiscard]] bool is_lower(std::uint32_t i) const {
    const Token& token = tokens_[i];
    if (token.kind != Token::Kind::word || token.has(Token::capitalised)) return false;
    const Character first = character::at(text_.data() + token.begin, text_.data() + token.end);
    return first.traits & character::lower;
  }
  using Character = character::Character;

  /// A bracket or quotation mark that closes what the sentence opened.
  [[nodiscard]] bool closes(std::uint32_t i) const {
    if (!is(i, Token::Kind::pause) || tokens_[i].has(Token::space_before)) return false;
    const std::string_view mark = bytes(i);
    return mark == ")" || mark == "]" || mark == "\"" || mark == "'" || mark == "”" ||
           mark == "’" || mark == "»" || mark == "“" || mark == "›" || mark == "」" ||
           mark == "』" || mark == "）";
  }

  /// Where the sentence ends that the terminator `i` closes, or 0 if it closes none.
  [[nodiscard]] std::uint32_t after_terminator(std::uint32_t begin, std::uint32_t i,
                                               std::uint32_t limit) const {
    std::uint32_t next = i + 1;
    while (next < limit && closes(next)) ++next;
    const bool closed = next > i + 1;
    const std::uint32_t mark_end = next;
    // A smile after the full stop still belongs to what was said.
    while (next < limit && is(next, Token::Kind::emoji) &&
           !tokens_[next].has(Token::newline_before)) {
      ++next;
    }
    if (next == limit) return limit;
    const Token& following = tokens_[mark_end];
    if (bytes(i) == "." && is_abbreviation(begin, i, mark_end, limit)) return 0;
    if (!following.has(Token::space_before) && following.kind != Token::Kind::emoji) {
      return runs_on(i, mark_end) ? 0 : next;
    }
    const bool ellipsis = bytes(i) == "…" || bytes(i).starts_with("..");
    if ((ellipsis || closed) && is_lower(mark_end) && !following.has(Token::newline_before)) {
      return 0;
    }
    return next;
  }

  /// No space follows: ".net", "a.b", "(!)", "?x=1"; but "help.Please" and "。" end a sentence.
  [[nodiscard]] bool runs_on(std::uint32_t i, std::uint32_t next) const {
    if (static_cast<unsigned char>(bytes(i)[0]) >= 0xE3) return false;
    const bool word_before =
        i > range_.begin && !tokens_[i].has(Token::space_before) && tokens_[i - 1].counts();
    return !(word_before && is(next, Token::Kind::word) && tokens_[next].has(Token::capitalised));
  }

  /// Whether the full stop `i` belongs to the word before it.
  [[nodiscard]] bool is_abbreviation(std::uint32_t begin, std::uint32_t i, std::uint32_t next,
                                     std::uint32_t limit) const {
    if (i == begin || tokens_[i].has(Token::space_before) || next == limit) return false;
    const Token& before = tokens_[i - 1];
    const Token& after = tokens_[next];
    if (before.kind == Token::Kind::number) {
      // "1. Open the app", "am 3. Mai", "the 5. floor".
      if (i - 1 == begin || tokens_[i - 1].has(Token::newline_before)) return before.letters <= 2;
      return after.has(Token::space_before) && is_lower(next);
    }
    if (before.kind != Token::Kind::word) return false;
    const std::string_view word = bytes(i - 1);
    const auto starter = [&] {
      return after.kind == Token::Kind::word && after.has(Token::capitalised) &&
             begins_sentences(bytes(next));
    };
    switch (abbreviation(word)) {
      case Abbreviation::leading:
        return word != "ms" && word != "fr" && word != "st";
      case Abbreviation::numbered:
        return after.kind == Token::Kind::number || bytes(next) == "#" ||
               (before.has(Token::capitalised) && word.size() > 2 && word != "Sun" &&
                word != "Art" && is_lower(next));
      case Abbreviation::trailing:
        if (after.has(Token::newline_before)) return false;
        if (after.kind == Token::Kind::pause) return true;
        return after.kind == Token::Kind::word && !starter() &&
               !(after.has(Token::capitalised) && (word.size() == 2 || word == "etc" ||
                                                   word.ends_with(".m") || word.ends_with(".M")));
      case Abbreviation::none:
        break;
    }
    // An initial: "J. Smith", but "plan B. We".
    return before.letters == 1 && before.has(Token::capitalised) && word != "I" &&
           after.kind == Token::Kind::word && after.has(Token::capitalised) && !starter();
  }

  /// "See example.com/help Let us know" and "No worries :) Thanks": an address or a smile stands
  /// for the full stop that was left out.
  [[nodiscard]] bool begins_after_thing(std::uint32_t i, std::uint32_t next) const {
    const Token::Kind kind = tokens_[i].kind;
    if (kind != Token::Kind::emoji && kind != Token::Kind::url) return false;
    return is(next, Token::Kind::word) && tokens_[next].has(Token::capitalised) &&
           !tokens_[next].has(Token::newline_before) && i > line_ && begins_sentences(bytes(next));
  }

  /// Whether the line that ends with token `i` goes on in the next.
  [[nodiscard]] bool is_wrapped(std::uint32_t i) const {
    if (tokens_[i].kind == Token::Kind::separator && bytes(i) == ":") return false;
    if (begins_item(i + 1) || is_blank_line_after(i)) return false;
    if (is_lower(i + 1)) return true;
    const std::uint32_t begin = tokens_[line_].begin;
    return utf8::length(text_.substr(begin, tokens_[i].end - begin)) >= wrapped_line;
  }

  [[nodiscard]] bool is_blank_line_after(std::uint32_t i) const {
    const std::string_view gap =
        text_.substr(tokens_[i].end, tokens_[i + 1].begin - tokens_[i].end);
    return gap.find('\n') != gap.rfind('\n');
  }

  /// "- ", "• ", "1. ", "Status: ": a list that the syntax does not know as one.
  [[nodiscard]] bool begins_item(std::uint32_t i) const {
    if (i + 1 >= range_.end) return false;
    const std::string_view mark = bytes(i);
    if (mark == "-" || mark == "*" || mark == "•" || mark == "–" || mark == "·") {
      return tokens_[i + 1].has(Token::space_before);
    }
    if (tokens_[i].has(Token::capitalised)) {
      for (std::uint32_t j = i + 1; j < range_.end && j < i + 4; ++j) {
        if (is(j, Token::Kind::separator) && bytes(j) == ":") return true;
        if (!is(j, Token::Kind::word)) break;
      }
    }
    return is(i, Token::Kind::number) && tokens_[i].letters <= 2 &&
           (bytes(i + 1) == "." || bytes(i + 1) == ")") && !tokens_[i + 1].has(Token::space_before);
  }

  void demote(Token& token) const {
    const bool ellipsis =
        token.end - token.begin > 1 && (text_[token.begin] == '.' || text_[token.begin] == '\xE2');
    token.kind = ellipsis ? Token::Kind::pause : Token::Kind::symbol;
  }

  std::string_view text_;
  Token* tokens_;
  Range range_;
  std::span<const std::uint32_t>& marks_;
  std::uint32_t line_;  ///< First token of the line.
};

/// The first word-like token; the number of an item "1." is passed over.
std::uint32_t first_word(std::string_view text, const std::vector<Token>& tokens, Range sentence) {
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (!tokens[i].counts()) continue;
    const bool item = i == sentence.begin && tokens[i].kind == Token::Kind::number &&
                      i + 2 < sentence.end &&
                      (text[tokens[i + 1].begin] == '.' || text[tokens[i + 1].begin] == ')') &&
                      tokens[i + 1].begin == tokens[i].end;
    if (!item) return i;
  }
  return sentence.end;
}

}  // namespace

void split_sentences(std::string_view text, std::vector<Token>& tokens, Range range,
                     std::uint32_t block, std::span<const std::uint32_t> cuts,
                     std::span<const std::uint32_t>& marks, std::vector<Sentence>& sentences) {
  Splitter splitter(text, tokens, range, marks);
  for (std::uint32_t begin = range.begin; begin < range.end;) {
    std::uint32_t limit = range.end;
    for (const std::uint32_t cut : cuts) {
      if (cut > begin && cut < limit) limit = cut;
    }
    const Range sentence{begin, splitter.end_of(begin, limit)};
    const std::uint32_t first = first_word(text, tokens, sentence);
    if (first < sentence.end) tokens[first].flags |= Token::sentence_start;
    tokens[sentence.end - 1].flags |= Token::sentence_end;
    sentences.push_back({sentence, block});
    begin = sentence.end;
  }
}

}  // namespace tonelint
