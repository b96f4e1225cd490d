#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "phrases/inflect.hpp"
#include "phrases/syntax.hpp"

namespace tonelint {

/// A step of one way to say a phrase: literal words (with the choices between them that no rewrite
/// asks about), or something that only the document can tell.
struct PhraseItem {
  enum class Kind { literal, cue, gap, words };
  Kind kind = Kind::literal;
  std::vector<PhraseNode> nodes;  ///< literal
  std::string cue;
  std::string capture;  ///< The capture it belongs to, or empty.
};

/// One way to say a phrase.
struct PhraseRow {
  std::vector<PhraseItem> items;
  std::vector<std::pair<std::string, std::string>> constants;  ///< Captures whose text is settled.
  std::vector<WordForm::Kind> forms;                           ///< Of each `word~`, in order.
};

inline constexpr const char* too_many_parts = "this phrase has too many parts; 24 is the most";

/// Takes a phrase apart into rows, as few as its rewrites allow: `rewrites_inflect` and
/// `rewrites_capture` say whether a rewrite holds `~` or `{`.
[[nodiscard]] std::variant<std::vector<PhraseRow>, PhraseProblem> expand_phrase(
    const PhraseSyntax& syntax, bool rewrites_inflect, bool rewrites_capture);

/// Whether literal nodes can be satisfied by no word at all.
[[nodiscard]] bool is_nullable(const std::vector<PhraseNode>& nodes);

/// What a rewrite may name in braces: captures, and the endings that may be missing (`ticket[s]`:
/// s).
[[nodiscard]] std::vector<std::string> capture_names(const PhraseNode& phrase);

/// The words a glued node makes, with what its optional endings were.
struct GluedWord {
  std::string text;
  std::vector<std::pair<std::string, std::string>> endings;
};
[[nodiscard]] std::vector<GluedWord> glued_words(const PhraseNode& glued);

}  // namespace tonelint
