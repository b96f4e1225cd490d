#pragma once

#include <cstdint>

#include "tonelint/source.hpp"

namespace tonelint {

/// A word, a punctuation mark, an emoji, or a thing that is read as one: an address, a placeholder.
/// White space is no token. Words are ICU's words (UAX #29), so "don't" and "@tom" are one and
/// "follow-up" is "follow", "-", "up"; but "help.Please" is "help", ".", "Please".
struct Token {
  enum class Kind : std::uint8_t {
    word,
    number,  ///< Digits with what UAX #29 keeps with them: "3.14", "1,000", "3rd".
    emoji,   ///< One emoji with its modifiers and joiners, or an emoticon such as ":-)".
    url,     ///< Also "www.example.com" and "example.com/path".
    email,
    placeholder,  ///< "{{ticket.requester.first_name}}", "%{name}", "[NAME]" ….
    control,      ///< A Liquid tag "{% if … %}".
    terminator,  ///< . ! ? … and their relatives where they end a sentence; also runs such as "?!".
    separator,  ///< : ; where they end a clause.
    pause,      ///< , ( ) – — / - and quotation marks: passed over by phrases.
    symbol,     ///< Anything else: $ % & @ …, and a full stop that ends no sentence.
  };
  enum Flag : std::uint16_t {
    capitalised = 1 << 0,     ///< The first letter is upper or title case.
    all_caps = 1 << 1,        ///< Two letters or more, none of them lower case.
    sentence_start = 1 << 2,  ///< First word-like token of a sentence.
    sentence_end = 1 << 3,    ///< Last token of a sentence (its terminator, where it has one).
    ascii = 1 << 4,           ///< All bytes are ASCII.
    space_before = 1 << 5,
    quoted = 1 << 6,          ///< Inside quotation marks within one paragraph.
    label = 1 << 7,           ///< A name on a button or menu: short bold text, inline code, kbd.
    hidden = 1 << 8,          ///< Not the agent's prose: rules do not see it unless they ask.
    newline_before = 1 << 9,  ///< A line break stands before it.
    linked = 1 << 10,         ///< Text of a link.
  };

  std::uint32_t begin = 0;  ///< Bytes of the reply's text.
  std::uint32_t end = 0;
  Kind kind = Kind::word;
  std::uint8_t letters = 0;  ///< Code points, at most 255.
  std::uint16_t flags = 0;

  [[nodiscard]] static constexpr std::uint32_t bit(Kind kind) {
    return 1U << static_cast<std::uint32_t>(kind);
  }
  [[nodiscard]] Span span() const { return {begin, end}; }
  [[nodiscard]] bool has(Flag flag) const { return (flags & flag) != 0; }
  /// Counts as a word: words, numbers, and addresses and placeholders, which are read as one.
  [[nodiscard]] bool counts() const {
    constexpr std::uint32_t counting = bit(Kind::word) | bit(Kind::number) | bit(Kind::url) |
                                       bit(Kind::email) | bit(Kind::placeholder);
    return (counting >> static_cast<std::uint32_t>(kind) & 1U) != 0;
  }
};

}  // namespace tonelint
