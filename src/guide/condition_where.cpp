#include "guide/condition_where.hpp"

#include <algorithm>

#include "phrases/tables.hpp"

namespace tonelint {
namespace {

std::uint32_t where_of(const ConditionDefinition& condition) {
  if (!condition.tag.empty()) return in_tagged;
  if (!condition.mood.empty()) {
    const bool neutral = std::any_of(condition.mood.begin(), condition.mood.end(),
                                     [](const Text& mood) { return mood.value == "neutral"; });
    return neutral ? in_answer : in_answer_to_mood;
  }
  const bool asks_message = condition.known.size() == 1 && condition.known[0].value == "message";
  return asks_message || !condition.customer.empty() || condition.customer_said_it ? in_answer
                                                                                   : in_draft;
}

}  // namespace

std::uint32_t where_of(const std::vector<ConditionDefinition>& only) {
  if (only.empty()) return in_draft;
  std::uint32_t where = 0;
  for (const ConditionDefinition& each : only) where |= where_of(each);
  return where;
}

}  // namespace tonelint
