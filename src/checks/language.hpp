#pragma once

#include <string_view>

#include "document/document.hpp"

namespace tonelint {

/// The language a text is surely written in, by its small words: "Spanish". For other alphabets
/// their name: "Cyrillic letters". Empty where it is too short, mixed, or in none of the languages
/// known. The name stays valid for ever.
[[nodiscard]] std::string_view language_of(const Document& document);

/// The name that `language_of` has for a BCP 47 tag: "Portuguese" for "pt-BR". Empty if unknown.
[[nodiscard]] std::string_view language_named(std::string_view tag);

}  // namespace tonelint
