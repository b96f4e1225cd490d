#pragma once

#include "guide/walk.hpp"

namespace tonelint {

/// What a rule changes in part: nothing, because it is new; a rule of an extended guide; or a rule
/// that is not to be found, which has been reported.
enum class Base : std::uint8_t { none, known, unknown };

/// Reads the map of one rule into `rule`. What it does not mention stays as it was. A new rule is
/// asked for all that a rule must have.
void read_rule(Walk& walk, const Node& map, RuleDefinition& rule, Base base);

/// Reads a list of phrases, or pairs of phrase and rewrite where `rewrites` are taken, and adds
/// them to `out`.
void read_phrases(Walk& walk, const Entry& entry, std::vector<PhraseDefinition>& out,
                  bool rewrites);

}  // namespace tonelint
