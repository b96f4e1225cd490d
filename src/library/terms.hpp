#pragma once

#include <string>

#include "document/document.hpp"

namespace tonelint {

/// A term that people write in more than one way.
struct FoundTerm {
  std::string meaning;  ///< The same for all ways to write it; empty: there is none.
  Range tokens;
};

/// The term that begins at a token.
[[nodiscard]] FoundTerm term_at(const Document& document, std::uint32_t token);

}  // namespace tonelint
