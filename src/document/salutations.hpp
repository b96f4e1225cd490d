#pragma once

#include <span>
#include <string_view>

/// The words of greetings and sign-offs, folded, in the languages support is written in.
namespace tonelint {

/// Salutations that greet alone: "hi", "good morning", "bonjour".
[[nodiscard]] std::span<const std::string_view> salutations();
/// Those that need a name or a comma to be one: "dear", "morning", "liebe".
[[nodiscard]] std::span<const std::string_view> weak_salutations();
/// Whom one greets without a name: "there", "all", "sir".
[[nodiscard]] bool is_addressee(std::string_view folded);
/// "mr", "dr", "señora".
[[nodiscard]] bool is_honorific(std::string_view folded);
/// Parts of names that are written small: "van", "de", "bin".
[[nodiscard]] bool is_particle(std::string_view folded);
/// "and", "&", "und".
[[nodiscard]] bool is_connector(std::string_view folded);
/// Words that follow a greeting and are no names though capitalised: "unfortunately", "apologies".
[[nodiscard]] bool is_no_name(std::string_view folded);
/// "kind regards", "cheers", "viele grüsse".
[[nodiscard]] std::span<const std::string_view> sign_offs();

}  // namespace tonelint
