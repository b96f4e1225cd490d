#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tonelint {

/// A phrase as written, taken apart. `rules/README.md` §3 is the language.
struct PhraseNode {
  enum class Kind : std::uint8_t {
    word,       ///< `text` is one folded token: a word, a number, a punctuation mark.
    inflected,  ///< `text` is the base of a word that may take any form.
    glued,  ///< `parts`: pieces written together, words and choices of words, that make one word.
    sequence,  ///< `parts` one after another; none: nothing at all.
    choice,    ///< one of `parts`; `[a]` is a choice of `a` and nothing.
    gap,       ///< up to five words of the same sentence
    capture,   ///< `text` is its name; `parts` holds what it takes, none: words of the same clause
    cue,       ///< `text` is the cue's name
  };
  Kind kind = Kind::sequence;
  std::string text{};
  std::vector<PhraseNode> parts{};
  std::string written{};  ///< word: as the author wrote it, capitals and all.
  bool exact = false;     ///< word: no contraction is made or taken apart, `\gonna`.
};

struct PhraseSyntax {
  PhraseNode root;              ///< A sequence.
  bool sentence_start = false;  ///< ^
  bool sentence_end = false;    ///< $
  std::string expression;       ///< `/…/`: then all else is empty.
};

/// What is wrong with a phrase, and where in it.
struct PhraseProblem {
  std::uint32_t at = 0;  ///< Byte of the phrase.
  std::string message;   ///< For the guide's author.
};

/// In how many ways a phrase, or a word with brackets glued to it, can be said at most.
inline constexpr std::size_t most_ways = 1024;
inline constexpr const char* too_many_ways =
    "this phrase can be said in more than 1,024 ways; split it in two";

/// Parses a phrase.
///
/// @code
/// auto parsed = parse_phrase("(I'm|we're) [so] sorry");
/// @endcode
[[nodiscard]] std::variant<PhraseSyntax, PhraseProblem> parse_phrase(std::string_view phrase);

/// Splits literal text of a phrase as drafts are split, so that both sides agree on what a word is.
/// A backslash takes the next character as it stands; commas and their like count only so.
[[nodiscard]] std::vector<PhraseNode> phrase_words(std::string_view text);

}  // namespace tonelint
