#pragma once

#include <cstdint>
#include <limits>

#include "phrases/tables.hpp"

namespace tonelint {

/// What is known of a draft before any rule is asked, a bit each. The channels come first, by
/// Channel, then the moods of the customer's message, by Mood::Kind, where there is one.
enum Circumstance : std::uint32_t {
  any_channel = 0b111,
  any_mood = 0b111111 << 3,
  first_turn = 1 << 9,
  later_turn = 1 << 10,
  unknown_turn = 1 << 11,
  saved_reply = 1 << 12,  ///< A template.
  no_saved_reply = 1 << 13,
  name_known = 1 << 14,
  no_name = 1 << 15,
  message_known = 1 << 16,
  no_message = 1 << 17,
  agent_known = 1 << 18,
  no_agent = 1 << 19,
  no_tags = 1 << 20,
  no_thread = 1 << 21,
  // What no token of the draft is.
  no_placeholder = 1 << 22,  ///< And no tag.
  no_number = 1 << 23,
  no_emoji = 1 << 24,
  no_url = 1 << 25,
  no_capitals = 1 << 26,  ///< Other than single letters.
  no_imperative = 1 << 27,
  no_please = 1 << 28,
  no_weekday = 1 << 29,
};
inline constexpr std::uint32_t mood_shift = 3;

/// Tells by a few comparisons of most rules that they have nothing to say of a draft, so that no
/// more of them is looked at.
struct RuleGate {
  std::uint32_t rule = 0;
  std::uint32_t closed_by = 0;  ///< Circumstances, any of which silences the rule.
  std::uint32_t words_min = 0;
  std::uint32_t words_max = std::numeric_limits<std::uint32_t>::max();
  ListId list = list_none;  ///< Unless something of this list is found, it is silent.
  std::uint32_t asks = 0;   ///< 1: it has further conditions about the whole draft.
};

}  // namespace tonelint
