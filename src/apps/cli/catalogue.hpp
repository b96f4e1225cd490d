#pragma once

#include <string>

#include "tonelint/guide.hpp"

namespace tonelint::cli {

/// All rules of a guide as a page of Markdown, with a table of contents: what
/// `tonelint rules --format markdown` writes. `name` is the guide's.
[[nodiscard]] std::string catalogue_of(const LoadedGuide& loaded, std::string_view name);

}  // namespace tonelint::cli
