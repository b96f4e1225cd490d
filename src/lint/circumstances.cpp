#include "lint/circumstances.hpp"

#include "checks/placeholder_parts.hpp"

namespace tonelint {

std::uint32_t circumstances_of(const Document& document, const Scan& scan, const Facts& facts) {
  const Context& context = *facts.context;
  std::uint32_t all = 1U << static_cast<std::uint32_t>(facts.channel);
  if (facts.message == nullptr) {
    all |= no_message;
  } else {
    all |= message_known | 1U << (mood_shift + static_cast<std::uint32_t>(facts.mood));
  }
  all |= !context.turn ? unknown_turn : *context.turn <= 1 ? first_turn : later_turn;
  all |= facts.is_template() ? saved_reply : no_saved_reply;
  all |= facts.customer.words.empty() ? no_name : name_known;
  all |= context.agent.name.empty() ? no_agent : agent_known;
  if (context.tags.empty()) all |= no_tags;
  if (context.thread.empty()) all |= no_thread;
  if (!has_placeholders(document)) all |= no_placeholder;
  if (!document.has(Token::Kind::number)) all |= no_number;
  if (!document.has(Token::Kind::emoji)) all |= no_emoji;
  if (!document.has(Token::Kind::url)) all |= no_url;
  if (!document.has(Token::all_caps)) all |= no_capitals;
  const std::uint32_t traits = scan.all_traits();
  if ((traits & trait_imperative) == 0) all |= no_imperative;
  if ((traits & trait_please) == 0) all |= no_please;
  if ((traits & trait_weekday) == 0) all |= no_weekday;
  return all;
}

}  // namespace tonelint
