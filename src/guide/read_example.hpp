#pragma once

#include "guide/walk.hpp"

namespace tonelint {

/// Reads the list `examples` of a rule.
void read_examples(Walk& walk, const Entry& entry, std::vector<ExampleDefinition>& out);

/// Takes [[ ]], or ⟦ ⟧ where the text has those, out of the text of a bad example and gives what
/// stood between, in bytes of the text that is left.
void take_marks(Walk& walk, Text& bad, std::vector<Span>& marks);

}  // namespace tonelint
