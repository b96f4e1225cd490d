#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tonelint {

/// One form of an English word. The kinds line up between words, so that a rewrite can take the
/// same form as the word it replaces: "utilizing" → "using".
struct WordForm {
  enum class Kind : unsigned char {
    base,
    third,
    past,
    participle,
    gerund,
    plural,
    comparative,
    superlative
  };
  Kind kind = Kind::base;
  std::string text;  ///< Lower case.
};

/// All forms of a word given in its base form, the base first. Regular and irregular verbs and
/// nouns; -ise and -ize (and -our/-or, doubled and single l) spellings both. A word may be verb and
/// noun at once; the third person and the plural are then both listed. Unknown words are inflected
/// regularly.
[[nodiscard]] std::vector<WordForm> forms_of(std::string_view base);

/// The form of `base` that fits `kind`; the base where it has none.
[[nodiscard]] std::string form_of(std::string_view base, WordForm::Kind kind);

}  // namespace tonelint
