#include "checks/steps.hpp"

#include "checks/imperative.hpp"
#include "checks/prose.hpp"
#include "document/word_list.hpp"

namespace tonelint {
namespace {

constexpr WordList sequence_words({"first", "firstly", "second", "secondly", "third", "thirdly",
                                   "then", "next", "afterwards", "finally", "lastly", "after",
                                   "once", "now", "lastly"});
/// What may stand between the beginning of a clause and its verb: "Then you will need to open".
constexpr WordList fillers({"please", "just", "simply", "also", "and", "then", "of",
                            "all",    "that", "you",    "need", "to",  "have", "should",
                            "will",   "can",  "could",  "must", "up",  "is",   "done",
                            "this",   "go",   "ahead",  "again"});

/// Counts the steps of a paragraph, clause by clause.
class Steps {
 public:
  explicit Steps(const Document& document) : document_(document), tokens_(document.tokens()) {}

  [[nodiscard]] std::uint32_t count(const Sentence& sentence) const {
    std::uint32_t steps = 0;
    std::uint32_t last = sentence.tokens.end;  // The verb of the step before.
    const std::uint32_t end = sentence.tokens.end;
    for (std::uint32_t i = sentence.tokens.begin; i < end; ++i) {
      // A clause begins with the sentence, behind a mark, and behind "and" where steps went before.
      const Token& token = tokens_[i];
      if (!is_own_word(token)) continue;
      const bool begins = i == sentence.tokens.begin || is_mark(tokens_[i - 1]) ||
                          (steps > 0 && is_word(document_.text(tokens_[i - 1]), "and")) ||
                          (token.letters == 4 && is_word(document_.text(token), "then"));
      if (begins) {
        if (const std::uint32_t verb = step(i, end); verb != end) {
          // "Copy and paste" is one step.
          const bool pair = verb == last + 2 && is_word(document_.text(tokens_[verb - 1]), "and");
          if (!pair) ++steps;
          last = verb;
          i = verb;
        }
      }
    }
    return steps;
  }

 private:
  [[nodiscard]] bool is_mark(const Token& token) const {
    if (token.kind == Token::Kind::separator) return true;
    if (token.kind != Token::Kind::pause) return false;
    const std::string_view mark = document_.text(token);
    return mark == "," || mark == "–" || mark == "—";
  }

  /// The verb of the step that the clause at `i` tells, or `end`. A verb alone has to be one of the
  /// screen's; behind "first" or "then" any will do.
  [[nodiscard]] std::uint32_t step(std::uint32_t i, std::uint32_t end) const {
    bool sequence = false;
    bool addressed = false;
    for (std::uint32_t passed = 0; i < end && passed < 8; ++i, ++passed) {
      if (sequence && is_mark(tokens_[i])) continue;
      if (!is_own_word(tokens_[i])) return end;
      const std::string_view word = stem_of_contraction(document_.text(tokens_[i]));
      const bool is_verb = sequence || addressed ? is_imperative_verb(word) : is_step_verb(word);
      if (is_verb && (!is_word(word, "go") || !next_is(i, end, "ahead"))) return i;
      if (sequence_words.contains(word)) {
        sequence = true;
      } else if (is_word(word, "please") || (sequence && is_word(word, "you"))) {
        addressed = true;
      } else if (!fillers.contains(word) || (!sequence && is_word(word, "that"))) {
        return end;
      } else if (is_word(word, "you")) {
        addressed = true;
      }
    }
    return end;
  }

  [[nodiscard]] bool next_is(std::uint32_t i, std::uint32_t end, std::string_view lower) const {
    return i + 1 < end && is_word(document_.text(tokens_[i + 1]), lower);
  }

  const Document& document_;
  std::span<const Token> tokens_;
};

}  // namespace

std::uint32_t count_steps(const Document& document, const Sentence& sentence) {
  return Steps(document).count(sentence);
}

}  // namespace tonelint
