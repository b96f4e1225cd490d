#include "guide/gate.hpp"

#include <algorithm>
#include <bit>

#include "checks/check.hpp"

namespace tonelint {
namespace {

constexpr std::uint32_t no_most = ConditionRecord{}.words_max;

/// Circumstances in which a map of `only` does not hold.
std::uint32_t closed_by_only(const ConditionRecord& record) {
  std::uint32_t closed = 0;
  if (record.channels != 0) closed |= any_channel & ~record.channels;
  if (record.moods != 0) closed |= (any_mood & ~(record.moods << mood_shift)) | no_message;
  if (record.turn != 0) closed |= unknown_turn | (record.turn == 1 ? later_turn : first_turn);
  if (record.is_template != 0) closed |= record.is_template == 1 ? no_saved_reply : saved_reply;
  if (record.known == known_name) closed |= no_name;
  if (record.known == known_message) closed |= no_message;
  if (record.known == known_agent) closed |= no_agent;
  if (record.customer.count != 0 || record.said_by_customer != 0) closed |= no_message;
  if (record.tags.count != 0) closed |= no_tags;
  return closed;
}

/// Circumstances in which a map of `unless` holds, for which any of its questions will do.
std::uint32_t closed_by_unless(const ConditionRecord& record) {
  std::uint32_t closed = record.channels | record.moods << mood_shift;
  if (record.turn != 0) closed |= record.turn == 1 ? first_turn : later_turn;
  if (record.is_template != 0) closed |= record.is_template == 1 ? saved_reply : no_saved_reply;
  if ((record.known & known_name) != 0) closed |= name_known;
  if ((record.known & known_message) != 0) closed |= message_known;
  if ((record.known & known_agent) != 0) closed |= agent_known;
  return closed;
}

/// Whether a map asks of the draft what its circumstances do not tell.
bool asks_more(const ConditionRecord& record) {
  return record.tags.count != 0 || record.reply.count != 0 || record.customer.count != 0 ||
         (record.known & known_title) != 0;
}

/// Circumstances in which there is nothing to count.
std::uint32_t empty_for(Measure measure) {
  switch (measure) {
    case Measure::emoji:
      return no_emoji;
    case Measure::links:
      return no_url;
    case Measure::capitals:
      return no_capitals;
    default:
      return 0;
  }
}

RuleGate gate_of(const RuleTablesUnderWay& tables, std::uint32_t index) {
  const RuleRecord& rule = tables.rules[index];
  RuleGate gate;
  gate.rule = index;
  if (rule.form == RuleForm::detect) gate.closed_by |= detectors()[rule.detector].idle;
  if (rule.form == RuleForm::limit && rule.min <= 0 && rule.max >= 0) {
    gate.closed_by |= empty_for(rule.measure);
    const bool counts_one_list = rule.measure == Measure::hits && rule.cues.count == 1;
    if (counts_one_list) gate.list = tables.refs[rule.cues.begin];
  }
  if (rule.only.count == 1) {
    const ConditionRecord& only = tables.conditions[rule.only.begin];
    gate.words_min = only.words_min;
    gate.words_max = only.words_max;
    if (only.reply.count == 1 && gate.list == list_none) {
      gate.list = tables.refs[only.reply.begin];
    }
    if (asks_more(only) || std::popcount(only.known) > 1) gate.asks = 1;
  } else if (rule.only.count > 1) {
    gate.asks = 1;
  }
  // Of several maps one that holds is enough: what closes the rule is against each of them.
  std::uint32_t closed = rule.only.count == 0 ? 0 : ~0U;
  for (std::uint32_t i = 0; i < rule.only.count; ++i) {
    closed &= closed_by_only(tables.conditions[rule.only.begin + i]);
  }
  gate.closed_by |= closed;
  for (std::uint32_t i = 0; i < rule.unless.count; ++i) {
    const ConditionRecord& unless = tables.conditions[rule.unless.begin + i];
    gate.closed_by |= closed_by_unless(unless);
    // Between two bounds the rule is silent, and on both sides it speaks: no gate tells that.
    const bool between = unless.words_min != 0 && unless.words_max != no_most;
    if (unless.words_min != 0 && !between) {
      gate.words_max = std::min(gate.words_max, unless.words_min - 1);
    }
    if (unless.words_max != no_most && !between) {
      gate.words_min = std::max(gate.words_min, unless.words_max + 1);
    }
    if (asks_more(unless) || between) gate.asks = 1;
  }
  return gate;
}

}  // namespace

void add_gates(RuleTablesUnderWay& tables, std::size_t lists) {
  tables.gate_of_list.assign(lists, 0);
  for (std::uint32_t i = 0; i < tables.rules.size(); ++i) {
    const RuleRecord& rule = tables.rules[i];
    if (rule.form == RuleForm::find) {
      tables.finding.push_back(gate_of(tables, i));
      tables.gate_of_list[rule.find] = static_cast<std::uint32_t>(tables.finding.size());
    } else {
      tables.always.push_back(gate_of(tables, i));
    }
  }
  // One form after another: what is judged next is then seldom a surprise.
  std::stable_sort(tables.always.begin(), tables.always.end(),
                   [&](const RuleGate& a, const RuleGate& b) {
                     return tables.rules[a.rule].form < tables.rules[b.rule].form;
                   });
}

}  // namespace tonelint
