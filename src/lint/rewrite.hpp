#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/check.hpp"
#include "input/reader.hpp"

namespace tonelint {

/// Makes the rewrites of a finding fit where they go: captures filled in, capitals and spaces kept,
/// the article before agreeing, no full stop doubled, and what becomes the start of a sentence
/// capitalised. What comes out is in the text of the reply; `fitted` holds nothing else.
void rewrites_of(const Subject& subject, const Finding& finding,
                 std::vector<Finding::Replacement>& fitted);

/// The same in the source, which `reader` read, escaped for its syntax.
[[nodiscard]] Rewrite to_source(const Document& document, const Reader& reader,
                                std::string_view source, const Finding::Replacement& replacement);

/// A message with {match}, {count}, {max}, {min}, {customer} and the finding's captures filled in.
[[nodiscard]] std::string fill_message(const Subject& subject, const Finding& finding,
                                       std::string_view match);

}  // namespace tonelint
