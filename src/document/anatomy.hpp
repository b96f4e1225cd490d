#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "document/salutations.hpp"

namespace tonelint {

/// Words of a reply, looked at one by one.
class Reading {
 public:
  Reading(std::string_view text, const std::vector<Token>& tokens)
      : text_(text), tokens_(tokens.data()) {}

  [[nodiscard]] const Token& operator[](std::uint32_t i) const { return tokens_[i]; }
  [[nodiscard]] std::string_view bytes(std::uint32_t i) const {
    return {text_.data() + tokens_[i].begin, tokens_[i].end - tokens_[i].begin};
  }
  [[nodiscard]] bool is(std::uint32_t i, Token::Kind kind) const { return tokens_[i].kind == kind; }
  /// Whether a token begins where the one before ends.
  [[nodiscard]] bool joined(std::uint32_t i) const {
    return i > 0 && tokens_[i].begin == tokens_[i - 1].end;
  }
  /// Whether an empty line stands before a token.
  [[nodiscard]] bool after_empty_line(std::uint32_t i) const {
    if (i == 0) return false;
    const std::string_view gap =
        text_.substr(tokens_[i - 1].end, tokens_[i].begin - tokens_[i - 1].end);
    return gap.find('\n') != gap.rfind('\n');
  }
  /// Whether `i` is a dash, not the hyphen of "follow-up".
  [[nodiscard]] bool is_dash(std::uint32_t i, std::uint32_t end) const;
  /// Case-folded; valid until the next call.
  [[nodiscard]] std::string_view folded(std::uint32_t i) const;
  /// As `folded`, but a word of ASCII as it stands: lists of words do not mind its capitals.
  [[nodiscard]] std::string_view listed(std::uint32_t i) const {
    return tokens_[i].has(Token::ascii) ? bytes(i) : folded(i);
  }
  /// How many tokens from `i` the longest of `phrases` takes, or 0. A phrase is folded words with
  /// single spaces.
  [[nodiscard]] std::uint32_t longest(const PhraseList& phrases, std::uint32_t i,
                                      std::uint32_t end) const;
  /// Whether token `i` may be (part of) a name: capitalised or a placeholder, and no word that
  /// sentences begin with.
  [[nodiscard]] bool may_name(std::uint32_t i) const;
  /// The end of the line that holds `i`.
  [[nodiscard]] std::uint32_t line_end(std::uint32_t i, std::uint32_t end) const;

 private:
  std::string_view text_;
  const Token* tokens_;
};

/// "Hi Priya,": all of it, the salutation, the name without honorifics. Ranges are empty where
/// there is no such thing.
struct Greeting {
  Range tokens;
  Range words;
  Range name;
};
/// The greeting at the beginning of `range`, a reply's first paragraph.
[[nodiscard]] Greeting find_greeting(const Reading& reading, Range range);

/// "Kind regards," with the name below, and what stands under or after it.
struct Ending {
  Range sign_off;
  Range name;  ///< Within the sign-off.
  Range signature;
};
/// The sign-off and signature at the end of `prose`.
[[nodiscard]] Ending find_ending(const Reading& reading, Range prose);

}  // namespace tonelint
