#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "guide/definition.hpp"

namespace tonelint {

/// Where a text in quotation marks ends, behind its closing mark; npos when it has none. `begin` is
/// the opening mark.
[[nodiscard]] std::size_t quoted_end(std::string_view file, std::size_t begin);

/// The bytes of a whole scalar, quotation marks and all. `begin` is where it begins in its file,
/// with its quotation mark or its | or >.
[[nodiscard]] Span scalar_span(std::string_view file, std::uint32_t begin, std::string_view value);

/// The place of some bytes of a text's value, for a problem within it, however it is written: over
/// several lines, with escapes. `text` must be as it was read; the `bad` of an example is not, as
/// its marks have been taken out.
[[nodiscard]] Place place_within(const GuideDefinition& guide, const Text& text, Span bytes);

}  // namespace tonelint
