#include "document/tokenize.hpp"

#include <algorithm>

#include "document/link.hpp"
#include "document/mark.hpp"
#include "document/placeholder.hpp"
#include "document/segment.hpp"
#include "text/utf8.hpp"

namespace tonelint {

namespace {

using namespace character;

bool is_placeholder_run(std::string_view word) {
  // "XXX" and "____" are left to be filled in by hand; a longer line of underscores is a rule.
  return word.size() >= 3 && word.size() <= 30 && (word[0] == 'X' || word[0] == '_') &&
         word.find_first_not_of(word[0]) == std::string_view::npos;
}

/// A full stop without a space after it: "help.Please" is the end of one sentence and the next.
std::uint32_t missing_space(std::string_view word) {
  for (std::size_t i = 2; i + 2 < word.size(); ++i) {
    if (word[i] == '.' && traits(word[i - 1]) & lower && traits(word[i - 2]) & letter &&
        traits(word[i + 1]) & upper && traits(word[i + 2]) & lower) {
      return static_cast<std::uint32_t>(i);
    }
  }
  return 0;
}

/// Makes tokens of segments.
class Tokens {
 public:
  Tokens(std::string_view text, std::vector<Token>& tokens)
      : text_(text), tokens_(tokens), first_(tokens.size()) {}

  void drop(const char* at) { take_back(position(at)); }

  const char* add(const Segment& segment) {
    const std::uint16_t seen = segment.traits;
    if (seen == character::space) {
      before_ |= Token::space_before;
      return segment.end;
    }
    return add_other(segment);
  }
  const char* add_plain(const char* begin, const char* end, bool capital) {
    push(position(begin), position(end), Token::Kind::word, static_cast<std::uint32_t>(end - begin),
         capital ? Token::ascii | +Token::capitalised : +Token::ascii);
    return end;
  }

 private:
  const char* add_other(const Segment& segment) {
    std::uint16_t seen = segment.traits;
    if (seen & slow) seen = unicode_traits(view(segment));
    if (seen & (character::space | newline)) {
      before_ |= +Token::space_before | (seen & newline ? +Token::newline_before : 0);
      return segment.end;
    }
    if (seen & (word | slow)) return add_word(segment, seen);
    return add_mark(segment, seen);
  }

  [[nodiscard]] static std::string_view view(const Segment& segment) {
    return {segment.begin, segment.end};
  }
  [[nodiscard]] std::uint32_t position(const char* at) const {
    return static_cast<std::uint32_t>(at - text_.data());
  }
  /// Where a token that reaches back may begin: behind the last that was itself put together.
  [[nodiscard]] std::uint32_t floor() const {
    if (tokens_.size() == first_) return 0;
    const Token& last = tokens_.back();
    const bool whole = last.kind == Token::Kind::url || last.kind == Token::Kind::email ||
                       last.kind == Token::Kind::placeholder || last.kind == Token::Kind::control;
    return whole ? last.end : 0;
  }

  void push(std::uint32_t begin, std::uint32_t end, Token::Kind kind, std::uint32_t letters,
            std::uint32_t flags) {
    tokens_.push_back({begin, end, kind,
                       static_cast<std::uint8_t>(std::min<std::uint32_t>(letters, 255)),
                       static_cast<std::uint16_t>(flags | before_)});
    before_ = 0;
  }

  /// Takes back the tokens from a byte on.
  void take_back(std::uint32_t begin) {
    while (tokens_.size() > first_ && tokens_.back().begin >= begin) {
      before_ = tokens_.back().flags & (Token::space_before | Token::newline_before);
      tokens_.pop_back();
    }
  }

  /// A token that takes the place of those it covers.
  const char* put(Found found) {
    take_back(found.span.begin);
    const std::string_view bytes = text_.substr(found.span.begin, found.span.size());
    const bool plain = std::all_of(bytes.begin(), bytes.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    push(found.span.begin, found.span.end, found.kind,
         static_cast<std::uint32_t>(utf8::length(bytes)), plain ? Token::ascii : 0);
    return text_.data() + found.span.end;
  }

  const char* add_word(const Segment& segment, std::uint16_t seen) {
    const Span span{position(segment.begin), position(segment.end)};
    const char first = *segment.begin;
    if (!(seen & (letter | digit)) && !(seen & joiner)) return add_mark(segment, seen);
    if (seen & (trigger | dot) && span.size() > 1) {
      if (const auto found = address_at(text_, span, floor())) return put(*found);
      if (const std::uint32_t stop = missing_space(view(segment))) {
        return add_sentences(segment, seen, stop);
      }
    }
    if ((first == 'X' || first == '_') && is_placeholder_run(view(segment))) {
      return put({span, Token::Kind::placeholder});
    }
    if (!(seen & (letter | digit)) || (first == '@' && span.size() == 1)) {
      return add_mark(segment, seen);
    }
    std::uint32_t letters = span.size();
    std::uint32_t flags = 0;
    if (!(seen & wide)) {
      flags = Token::ascii;
    } else {
      letters = static_cast<std::uint32_t>(utf8::length(view(segment)));
      if (seen & (slow | extend) && is_emoji(view(segment))) {
        push(span.begin, span.end, Token::Kind::emoji, letters, 0);
        return segment.end;
      }
    }
    if (seen & upper) flags |= case_flags(segment, seen);
    const bool number = seen & digit && starts_with_digit(segment);
    push(span.begin, span.end, number ? Token::Kind::number : Token::Kind::word, letters, flags);
    return segment.end;
  }

  /// The words of a segment with a full stop at `stop` and maybe more behind it, all at once: were
  /// each cut off by itself, the rest would be read again for each.
  const char* add_sentences(Segment rest, std::uint16_t seen, std::uint32_t stop) {
    seen &= static_cast<std::uint16_t>(~(trigger | dot));
    for (; stop != 0; stop = missing_space(view(rest))) {
      add_part({rest.begin, rest.begin + stop, seen});
      rest.begin += stop;
      add_mark({rest.begin, rest.begin + 1, other}, other);
      ++rest.begin;
      const Span span{position(rest.begin), position(rest.end)};
      if (const auto found = address_at(text_, span, floor())) return put(*found);
    }
    return add_part({rest.begin, rest.end, seen});
  }
  const char* add_part(const Segment& part) {
    const bool plain = utf8::ascii_prefix(view(part)) == view(part).size();
    return add_word(part, plain ? part.traits & ~+wide : part.traits);
  }

  [[nodiscard]] static bool starts_with_digit(const Segment& segment) {
    if (static_cast<unsigned char>(*segment.begin) < 0x80) return traits(*segment.begin) & digit;
    std::size_t size = 0;
    static_cast<void>(utf8::next(view(segment), size));
    return unicode_traits(view(segment).substr(0, size)) & digit;
  }

  [[nodiscard]] static std::uint32_t case_flags(const Segment& segment, std::uint16_t seen) {
    std::uint32_t flags = 0;
    std::uint32_t count = 0;
    for (const char* at = segment.begin; at < segment.end;) {
      Character now = character::at(at, segment.end);
      if (now.traits & slow) {
        std::size_t size = 0;
        static_cast<void>(utf8::next({at, segment.end}, size));
        now = {unicode_traits({at, size}), static_cast<std::uint8_t>(size)};
      }
      if (now.traits & letter && *at != '@') {
        if (count == 0 && now.traits & upper) flags |= Token::capitalised;
        if (++count == 2) break;
      }
      at += now.size;
    }
    if (count == 2 && !(seen & lower)) flags |= Token::all_caps;
    return flags;
  }

  const char* add_mark(const Segment& segment, std::uint16_t seen) {
    const std::uint32_t begin = position(segment.begin);
    if (seen & trigger) {
      if (*segment.begin == ':' && text_.substr(begin).starts_with("://")) {
        if (const auto found = url_at(text_, begin, floor())) return put(*found);
      }
      if (const auto found = placeholder_at(text_, begin)) return put(*found);
      if (const std::uint32_t size = emoticon_at(text_, begin)) {
        return put({{begin, begin + size}, Token::Kind::emoji});
      }
    }
    const std::uint32_t end = position(segment.end);
    Token::Kind kind = Token::Kind::symbol;
    if (!(seen & wide)) {
      if (*segment.begin == '\t') {
        before_ |= Token::space_before;
        return segment.end;
      }
      kind = kind_of_mark(*segment.begin);
    } else {
      std::size_t size = 0;
      const char32_t mark = utf8::next(view(segment), size);
      kind = kind_of_wide_mark(mark);
      if (kind == Token::Kind::symbol) {
        if (is_blank(mark)) {
          before_ |= Token::space_before;
          return segment.end;
        }
        if (is_emoji(view(segment))) kind = Token::Kind::emoji;
      }
    }
    if (kind == Token::Kind::terminator && before_ == 0 && tokens_.size() > first_ &&
        tokens_.back().kind == kind && tokens_.back().end == begin) {
      Token& run = tokens_.back();
      run.end = end;
      if (run.letters < 255) ++run.letters;
      if (seen & wide) run.flags &= static_cast<std::uint16_t>(~Token::ascii);
      return segment.end;
    }
    if (kind == Token::Kind::separator && !ends_clause(end)) kind = Token::Kind::symbol;
    const bool plain = !(seen & wide);
    push(begin, end, kind, plain ? 1 : static_cast<std::uint32_t>(utf8::length(view(segment))),
         plain ? Token::ascii : 0);
    return segment.end;
  }

  /// Whether a colon's or semicolon's neighbour is not part of the same thing, as in "10:30".
  [[nodiscard]] bool ends_clause(std::uint32_t end) const {
    return end == text_.size() || !(traits(text_[end]) & word);
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  std::size_t first_;         ///< Tokens before are not ours.
  std::uint32_t before_ = 0;  ///< Flags of white space for the next token.
};

}  // namespace

void tokenize(std::string_view text, std::vector<Token>& tokens) {
  Tokens sink(text, tokens);
  segment(text, sink);
}

}  // namespace tonelint
