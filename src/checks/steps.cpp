#include "checks/steps.hpp"

#include "checks/prose.hpp"

namespace tonelint {
namespace {

/// Counts the steps of a paragraph, clause by clause.
class Steps {
 public:
  explicit Steps(const Subject& subject)
      : scan_(subject.scan), document_(subject.document), tokens_(document_.tokens()) {}

  [[nodiscard]] std::uint32_t count(const Sentence& sentence) const {
    std::uint32_t steps = 0;
    std::uint32_t last = sentence.tokens.end;  // The verb of the step before.
    const std::uint32_t end = sentence.tokens.end;
    for (std::uint32_t i = sentence.tokens.begin; i < end; ++i) {
      const std::uint32_t word = scan_.traits(i);
      if ((word & (trait_imperative | trait_sequence | trait_filler)) == 0) continue;
      // A clause begins with the sentence, behind a mark, and behind "and" where steps went before.
      const bool begins = i == sentence.tokens.begin || is_mark(tokens_[i - 1]) ||
                          (steps > 0 && is(i - 1, trait_and)) || (word & trait_then) != 0;
      if (begins) {
        if (const std::uint32_t verb = step(i, end); verb != end) {
          // "Copy and paste" is one step.
          const bool pair = verb == last + 2 && is(verb - 1, trait_and);
          if (!pair) ++steps;
          last = verb;
          i = verb;
        }
      }
    }
    return steps;
  }

 private:
  [[nodiscard]] bool is(std::uint32_t token, WordTrait trait) const {
    return (scan_.traits(token) & trait) != 0;
  }
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
      const std::uint32_t word = scan_.traits(i);
      const bool is_verb =
          (word & (sequence || addressed ? trait_imperative : trait_step_verb)) != 0;
      const bool goes_ahead = (word & trait_go) != 0 && i + 1 < end && is(i + 1, trait_ahead);
      if (is_verb && !goes_ahead) return i;
      if ((word & trait_sequence) != 0) {
        sequence = true;
      } else if ((word & (trait_please | trait_you)) != 0) {
        addressed = true;
      } else if ((word & trait_filler) == 0 || (!sequence && (word & trait_that) != 0)) {
        return end;
      }
    }
    return end;
  }

  const Scan& scan_;
  const Document& document_;
  std::span<const Token> tokens_;
};

}  // namespace

std::uint32_t count_steps(const Subject& subject, const Sentence& sentence) {
  return Steps(subject).count(sentence);
}

std::uint32_t count_imperatives(const Subject& subject, Range tokens) {
  std::uint32_t count = 0;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    count += (subject.scan.traits(i) & trait_imperative) / trait_imperative;
  }
  return count;
}

}  // namespace tonelint
