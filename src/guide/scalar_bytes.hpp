#pragma once

#include <cstdint>
#include <string_view>

#include "guide/definition.hpp"

namespace tonelint {

/// Where the byte `offset` of a scalar's value stands in its file. `begin` is where the scalar
/// begins there, with its quotation mark or its | or >. The value's size gives the end of its last
/// word, before any closing quotation mark.
[[nodiscard]] std::uint32_t scalar_byte(std::string_view file, std::uint32_t begin,
                                        std::string_view value, std::uint32_t offset);

/// The bytes of the whole scalar, quotation marks and all.
[[nodiscard]] Span scalar_span(std::string_view file, std::uint32_t begin, std::string_view value);

/// The place of some bytes of a text's value, for a problem within it. `text` must be a scalar as
/// it was read.
[[nodiscard]] Place place_within(const GuideDefinition& guide, const Text& text, Span bytes);

}  // namespace tonelint
