#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tonelint/diagnostic.hpp"

namespace tonelint {

/// A sign of the phrase language in a rewrite, where it means nothing.
struct PhraseSign {
  Span at;              ///< In the rewrite.
  std::string message;  ///< For the guide's author.
};

/// The first of them, as far as it is surely none of the words: “(see above)”, “by …” and “<br>”
/// are. `phrase` is what the rewrite stands beside, or empty; `cues` are the names of all cues.
[[nodiscard]] std::optional<PhraseSign> phrase_sign_in(std::string_view rewrite,
                                                       std::string_view phrase,
                                                       std::span<const std::string_view> cues);

}  // namespace tonelint
