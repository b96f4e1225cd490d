#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "document/document.hpp"

namespace tonelint {

/// How replies can differ in tone, by the bits of ReplyTone.
enum ToneTrait : std::uint16_t {
  greets = 1 << 0,
  greets_by_name = 1 << 1,
  says_dear = 1 << 2,
  signs_off = 1 << 3,
  contracts = 1 << 4,
  speaks_as_i = 1 << 5,
  exclaims = 1 << 6,
  thanks = 1 << 7,
};

/// What is said of a trait: what the others do, and this one does, when it lacks the trait, and the
/// same when it alone has it. Empty: that is no fault.
struct TraitWords {
  ToneTrait trait;
  double weight;  ///< 1 where the rest of a small folder is enough; less is told only with more.
  std::string_view others_have, this_lacks, others_lack, this_has;
};
inline constexpr std::array trait_words{
    TraitWords{greets, 1, "greet the customer", "this one does not", "", ""},
    TraitWords{greets_by_name, 1, "greet by name", "this one does not", "", ""},
    TraitWords{signs_off, 1, "sign off", "this one does not", "", ""},
    TraitWords{thanks, 0.5, "say thanks", "this one does not", "", ""},
    TraitWords{says_dear, 1, "begin with “Dear”", "this one does not",
               "begin with “Hi” or the like", "this one with “Dear”"},
    TraitWords{contracts, 1, "use contractions", "this one is formal (“do not”, “we will”)",
               "write “do not” and “we will” in full", "this one uses contractions"},
    TraitWords{speaks_as_i, 0.5, "speak as “I”", "this one as “we”", "speak as “we”",
               "this one as “I”"},
    TraitWords{exclaims, 0.5, "", "", "do without exclamation marks", "this one has several"},
};

/// The traits that can be told of a reply by its words alone, and those it has.
struct ToneTraits {
  std::uint16_t told = 0, has = 0;
};
[[nodiscard]] ToneTraits tone_traits_of(const Document& document);

}  // namespace tonelint
