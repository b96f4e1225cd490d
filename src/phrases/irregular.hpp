#pragma once

#include <span>
#include <string_view>

namespace tonelint {

/// A verb whose forms no rule gives. Several forms of one kind stand with a space between them, the
/// usual one first. An empty `third` or `gerund` is the regular one; "-" says there is none.
struct IrregularVerb {
  std::string_view base;
  std::string_view past;
  std::string_view participle;
  std::string_view third = {};
  std::string_view gerund = {};
};

/// A noun whose plural no rule gives; "-" where it has none ("information").
struct IrregularNoun {
  std::string_view base;
  std::string_view plural;
  bool is_verb = false;  ///< Also a verb: "fish", "index".
};

/// An adjective with a comparative and a superlative. Where those are empty, they are regular.
struct ShortAdjective {
  std::string_view base;
  bool is_verb = false;  ///< Also a verb or a noun: "slow", "clear".
  std::string_view comparative = {};
  std::string_view superlative = {};
};

[[nodiscard]] std::span<const IrregularVerb> irregular_verbs();
[[nodiscard]] std::span<const IrregularNoun> irregular_nouns();
[[nodiscard]] std::span<const ShortAdjective> short_adjectives();

}  // namespace tonelint
