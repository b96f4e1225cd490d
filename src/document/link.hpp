#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "document/token.hpp"

namespace tonelint {

/// A token that is wider than the words it is made of.
struct Found {
  Span span;
  Token::Kind kind;
};

/// No host or name of an address is longer, in bytes; keeps hostile text linear.
inline constexpr std::uint32_t longest_host = 253;

/// An e-mail address or a web address without a scheme that holds the word at `word`, which has a
/// "." or an "@". It begins at `floor` or later.
[[nodiscard]] std::optional<Found> address_at(std::string_view text, Span word,
                                              std::uint32_t floor);
/// A web address whose scheme ends at `colon`, where "://" stands.
[[nodiscard]] std::optional<Found> url_at(std::string_view text, std::uint32_t colon,
                                          std::uint32_t floor);

}  // namespace tonelint
