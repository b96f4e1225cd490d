#pragma once

#include <string_view>

namespace tonelint {

/// Whether two first names are forms of one name: a short and a full form ("kate", "katherine"),
/// two short forms ("bob", "rob") or two spellings ("catherine", "katherine"). Tells a short form
/// the customer does not use from somebody else's name. The names are folded as words of a document
/// are.
[[nodiscard]] bool same_person_forms(std::string_view folded_a, std::string_view folded_b);

}  // namespace tonelint
