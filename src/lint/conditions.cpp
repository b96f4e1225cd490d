#include "lint/conditions.hpp"

#include <algorithm>

#include "checks/said_words.hpp"

namespace tonelint {
namespace {

Holds all(Holds a, Holds b) {
  if (a == Holds::no || b == Holds::no) return Holds::no;
  return a == Holds::unknown ? a : b;
}
Holds any(Holds a, Holds b) {
  if (a == Holds::yes || b == Holds::yes) return Holds::yes;
  return a == Holds::unknown ? a : b;
}
Holds of(bool holds) { return holds ? Holds::yes : Holds::no; }

bool any_list(const Subject& subject, Slice lists, const Scan& scan) {
  const auto refs = subject.tables.refs.subspan(lists.begin, lists.count);
  return std::any_of(refs.begin(), refs.end(), [&](ListId list) { return scan.any(list); });
}

/// Calls `each` with every condition about the whole draft that a record asks. The order is fixed.
template <class Each>
void ask(const Subject& subject, const ConditionRecord& record, Each each) {
  const Facts& facts = subject.facts;
  const Context& context = *facts.context;
  if (record.channels != 0) {
    each(of((record.channels >> static_cast<std::uint32_t>(facts.channel) & 1U) != 0));
  }
  if (record.moods != 0) {
    each(facts.message == nullptr
             ? Holds::unknown
             : of((record.moods >> static_cast<std::uint32_t>(facts.mood) & 1U) != 0));
  }
  if (record.turn != 0) {
    each(context.turn ? of((*context.turn <= 1) == (record.turn == 1)) : Holds::unknown);
  }
  if (record.is_template != 0) {
    each(of(context.is_template.value_or(false) == (record.is_template == 1)));
  }
  if (record.known != 0) {
    each(of(((record.known & known_name) != 0 && !facts.customer.words.empty()) ||
            ((record.known & known_message) != 0 && facts.message != nullptr) ||
            ((record.known & known_agent) != 0 && !context.agent.name.empty()) ||
            ((record.known & known_title) != 0 && facts.customer.titled)));
  }
  const std::uint32_t words = subject.document.word_count();
  if (record.words_min != 0 || record.words_max != ConditionRecord{}.words_max) {
    each(of(record.words_min <= words && words <= record.words_max));
  }
  if (record.tags.count != 0) {
    const auto tags = subject.tables.strings.subspan(record.tags.begin, record.tags.count);
    each(of(std::any_of(tags.begin(), tags.end(), [&](StringRef tag) {
      return std::find(context.tags.begin(), context.tags.end(), subject.string(tag)) !=
             context.tags.end();
    })));
  }
  if (record.reply.count != 0) each(of(any_list(subject, record.reply, subject.scan)));
  if (record.customer.count != 0) {
    each(facts.message == nullptr ? Holds::unknown
                                  : of(any_list(subject, record.customer, *facts.message_scan)));
  }
  if (record.said_by_customer != 0 && facts.message == nullptr) each(Holds::unknown);
}

bool is_near(const Subject& subject, const NearRecord& near, Range tokens) {
  const Document& document = subject.document;
  const auto sentences = document.sentences();
  const std::uint32_t first = document.sentence_of(tokens.begin);
  const std::uint32_t last = document.sentence_of(tokens.end - 1);
  const auto end = static_cast<std::uint32_t>(sentences.size()) - 1;
  // Where a hit may begin; hits are in order of place, so those before are not looked at.
  Range around{sentences[first - std::min(first, near.within)].tokens.begin,
               sentences[last + std::min(end - last, near.within)].tokens.end};
  if (near.side == 1) around.end = std::min(around.end, tokens.begin);
  if (near.side == 2) around.begin = std::max(around.begin, tokens.begin);
  for (const ListId list : subject.tables.refs.subspan(near.lists.begin, near.lists.count)) {
    const std::span<const Hit> hits = subject.scan.hits(list);
    auto hit =
        std::lower_bound(hits.begin(), hits.end(), around.begin,
                         [](const Hit& each, std::uint32_t at) { return each.tokens.begin < at; });
    for (; hit != hits.end() && hit->tokens.begin < around.end; ++hit) {
      // The finding's own words are no neighbours; a longer passage around them is ("<question>").
      const bool is_other = hit->tokens.begin < tokens.begin || tokens.end < hit->tokens.end;
      if (!hit->hidden && is_other) return true;
    }
  }
  return false;
}

bool said_by_customer(const Subject& subject, Range tokens) {
  const Facts& facts = subject.facts;
  bool any_word = false;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = subject.document.tokens()[i];
    const bool is_address = token.kind == Token::Kind::url || token.kind == Token::Kind::email;
    if (!is_address &&
        (token.kind != Token::Kind::word || (token.letters < 4 && !token.has(Token::all_caps)))) {
      continue;
    }
    any_word = true;
    if (!facts.said->has(*facts.message, token.kind, subject.document.text(token))) return false;
  }
  return any_word;
}

/// As `ask`, about a finding's neighbourhood.
template <class Each>
void ask_near(const Subject& subject, const ConditionRecord& record, Range tokens, Each each) {
  for (const NearRecord& near : subject.tables.near.subspan(record.near.begin, record.near.count)) {
    each(of(is_near(subject, near, tokens)));
  }
  if (record.said_by_customer != 0) {
    each(subject.facts.message == nullptr
             ? Holds::unknown
             : of(said_by_customer(subject, tokens) == (record.said_by_customer == 1)));
  }
}

bool asks_near(const ConditionRecord& record) {
  return record.near.count != 0 || record.said_by_customer != 0;
}

}  // namespace

Holds applies(const Subject& subject) {
  const RuleRecord& rule = subject.rule;
  Holds only = rule.only.count == 0 ? Holds::yes : Holds::no;
  for (const auto& record : subject.tables.conditions.subspan(rule.only.begin, rule.only.count)) {
    Holds each = Holds::yes;
    ask(subject, record, [&](Holds holds) { each = all(each, holds); });
    only = any(only, each);
  }
  if (only != Holds::yes) return only;
  for (const auto& record :
       subject.tables.conditions.subspan(rule.unless.begin, rule.unless.count)) {
    bool silenced = false;
    ask(subject, record, [&](Holds holds) { silenced = silenced || holds == Holds::yes; });
    if (silenced) return Holds::no;
  }
  return Holds::yes;
}

std::vector<Holds> answers(const Subject& subject, const ConditionRecord& record, Range tokens) {
  std::vector<Holds> all;
  ask(subject, record, [&](Holds holds) { all.push_back(holds); });
  // Both ask who said it where nobody knows.
  if (record.said_by_customer != 0 && subject.facts.message == nullptr) all.pop_back();
  if (tokens.empty()) {
    all.resize(all.size() + record.near.count + (record.said_by_customer != 0 ? 1 : 0),
               Holds::unknown);
  } else {
    ask_near(subject, record, tokens, [&](Holds holds) { all.push_back(holds); });
  }
  return all;
}

bool holds_near(const Subject& subject, Range tokens) {
  const RuleRecord& rule = subject.rule;
  if (rule.only.count != 0) {
    bool holds = false;
    for (const auto& record : subject.tables.conditions.subspan(rule.only.begin, rule.only.count)) {
      Holds each = Holds::yes;
      ask_near(subject, record, tokens, [&](Holds one) { each = all(each, one); });
      // With several maps, this one counts only if it holds for the draft as well.
      if (each == Holds::yes && rule.only.count > 1) {
        ask(subject, record, [&](Holds one) { each = all(each, one); });
      }
      holds = holds || each == Holds::yes;
    }
    if (!holds) return false;
  }
  for (const auto& record :
       subject.tables.conditions.subspan(rule.unless.begin, rule.unless.count)) {
    if (!asks_near(record)) continue;
    bool silenced = false;
    ask_near(subject, record, tokens, [&](Holds one) { silenced = silenced || one == Holds::yes; });
    if (silenced) return false;
  }
  return true;
}

}  // namespace tonelint
