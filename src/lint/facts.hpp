#pragma once

#include <vector>

#include "checks/check.hpp"
#include "guide/image.hpp"

namespace tonelint {

/// The channel that a name stands for; the guide's, else e-mail, when it is empty or unknown.
[[nodiscard]] Channel channel_of(std::string_view name, std::string_view of_guide);

/// Where the customer's name, the greeting, the sign-off and the questions of a document are.
void find_given(const Document& document, const std::vector<std::string>& name,
                std::vector<GivenHit>& given);

/// What the customer's message reads like: its cues, capitals, exclamation marks and repetitions.
[[nodiscard]] Mood read_mood(const GuideImage& guide, const Document& message, const Scan& scan);

}  // namespace tonelint
