#include "guide/compile.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "checks/check.hpp"
#include "guide/chosen_detector.hpp"
#include "guide/condition_where.hpp"
#include "guide/gate.hpp"
#include "guide/image.hpp"
#include "guide/problems.hpp"
#include "guide/scalar_bytes.hpp"
#include "guide/walk.hpp"
#include "guide/words.hpp"
#include "guide/written_texts.hpp"
#include "guide/yaml_error.hpp"
#include "phrases/compile.hpp"
#include "text/ascii.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

/// The place of a word in one of the tables of words.hpp; the reader has seen to it that it is
/// there.
std::uint32_t index_in(std::span<const std::string_view> table, std::string_view word) {
  return static_cast<std::uint32_t>(std::find(table.begin(), table.end(), word) - table.begin());
}

std::uint32_t bits_of(std::span<const std::string_view> table, const std::vector<Text>& words) {
  std::uint32_t bits = 0;
  for (const Text& word : words) bits |= 1U << index_in(table, word.value);
  return bits;
}

/// The bits of `in`, in the order of words::parts.
// clang-format off
constexpr std::uint32_t part_bits[] = {
    in_bit(Part::subject), in_bit(Part::greeting), in_bit(Part::opening), in_bit(Part::body),
    in_bit(Part::closing), in_bit(Part::sign_off), in_bit(Part::signature), in_first_sentence,
    in_last_sentence, in_list, in_prose, in_bit(Part::quote), in_bit(Part::code)};
// clang-format on
static_assert(std::size(part_bits) == std::size(words::parts));

/// What is wrong with a phrase, as a sentence that names it.
std::string about_phrase(const Text& phrase, std::string_view problem) {
  return join({quoted(phrase.value), ": ", problem, problem.ends_with('?') ? "" : "."});
}

class GuideCompiler {
 public:
  explicit GuideCompiler(GuideDefinition& guide) : guide_(guide) {}

  std::vector<std::byte> run() {
    facts_ = {string(guide_.name),
              string(guide_.language),
              string(guide_.channel),
              string(guide_.helpdesk),
              0,
              guide_.across ? 1u : 0u};
    std::vector<ListId> cue_lists;
    for (const CueDefinition& cue : guide_.cues) {
      if (PhraseCompiler::is_given(cue.name.value)) tell_given(cue.name);
      cue_lists.push_back(phrases_.add_list(cue.name.value));
    }
    cue_names_ = phrases_.cue_names();
    for (const RuleDefinition& rule : guide_.rules) {
      if (!rule.off) rule_index_[rule.id.value] = static_cast<std::uint32_t>(rule_index_.size());
    }
    for (std::size_t i = 0; i < guide_.cues.size(); ++i) {
      for (const Text& phrase : guide_.cues[i].phrases) add_phrase(cue_lists[i], phrase, {});
    }
    for (const RuleDefinition& rule : guide_.rules) add_rule(rule);
    for (const SuppressionDefinition& each : guide_.suppressions) add_suppression(each);
    for (const DimensionDefinition& dimension : guide_.score) add_dimension(dimension);
    for (const std::string_view name : known_cue_names) {
      const std::uint32_t where = name.starts_with("customer-") ? in_message
                                  : name == "stock-phrase"      ? in_score
                                                                : in_draft;
      rules_.known_cues.push_back(phrases_.cue(name, where).value_or(list_none));
    }
    for (const ListProblem& problem : phrases_.finish(tables_, word_traits())) {
      if (problem.phrase >= phrase_texts_.size()) continue;  // of a built-in cue
      using Kind = ListProblem::Kind;
      const Text& phrase = *phrase_texts_[problem.phrase];
      add_problem(guide_,
                  problem.kind == Kind::cycle         ? Problem::cue_cycle
                  : problem.kind == Kind::unreachable ? Problem::unreachable_phrase
                                                      : Problem::bad_phrase,
                  phrase.place, about_phrase(phrase, problem.message));
    }
    add_gates(rules_, tables_.lists.size());
    if (std::any_of(guide_.problems.begin(), guide_.problems.end(), [](const GuideProblem& each) {
          return each.diagnostic.level == Level::error;
        })) {
      return {};
    }
    return write_image(tables_, rules_, facts_);
  }

 private:
  StringRef string(std::string_view text) {
    const StringRef ref{static_cast<std::uint32_t>(tables_.strings.size()),
                        static_cast<std::uint32_t>(text.size())};
    tables_.strings.insert(tables_.strings.end(), text.begin(), text.end());
    return ref;
  }

  void tell_given(const Text& cue) {
    add_problem(guide_, Problem::given_cue, cue.place,
                join({"<", cue.value,
                      "> is found by what it is or where it stands, so no phrases can be added to "
                      "it. Give your phrases a cue of their own."}));
  }

  /// In "\bword" YAML takes \b for a control character, which no reply has.
  void check_escapes(const Text& phrase) {
    const auto at = std::find_if(phrase.value.begin(), phrase.value.end(), [](char c) {
      return (static_cast<unsigned char>(c) < ' ' && !ascii::is_space(c)) || c == 0x7F;
    });
    if (at == phrase.value.end()) return;
    const auto begin = static_cast<std::uint32_t>(at - phrase.value.begin());
    add_problem(guide_, Problem::bad_phrase, place_within(guide_, phrase, {begin, begin + 1}),
                std::string(yaml::doubled_backslash));
  }

  void add_phrase(ListId list, const Text& phrase, std::span<const PhraseRewrite> rewrites) {
    phrase_texts_.push_back(&phrase);
    check_escapes(phrase);
    if (const auto problem = phrases_.add(list, phrase.value, rewrites)) {
      const std::uint32_t at = problem->at;
      const auto size = static_cast<std::uint32_t>(
          at < phrase.value.size() ? utf8::decode(phrase.value, at).size : 0);
      add_problem(guide_, Problem::bad_phrase,
                  at == 0 ? phrase.place : place_within(guide_, phrase, {at, at + size}),
                  about_phrase(phrase, problem->message));
    }
  }

  ListId add_phrases(const std::vector<PhraseDefinition>& from, bool safe) {
    if (from.empty()) return list_none;
    const ListId list = phrases_.add_list({}, where_);
    std::vector<PhraseRewrite> rewrites;
    for (const PhraseDefinition& each : from) {
      rewrites.clear();
      for (const Text& text : each.rewrites) {
        rewrites.push_back({text.value, each.safe.value_or(safe)});
      }
      add_phrase(list, each.phrase, rewrites);
    }
    return list;
  }

  /// `more` are names that could have stood in place of a cue's.
  Slice lists(const std::vector<Text>& cues, std::span<const std::string_view> more = {}) {
    return lists_in(where_, cues, more);
  }
  Slice lists_in(std::uint32_t where, const std::vector<Text>& cues,
                 std::span<const std::string_view> more = {}) {
    const Slice slice{static_cast<std::uint32_t>(rules_.refs.size()),
                      static_cast<std::uint32_t>(cues.size())};
    for (const Text& cue : cues) {
      const auto list = phrases_.cue(cue.value, where);
      if (!list) {
        const std::string_view meant = phrases_.nearest_cue(cue.value, more);
        add_problem(guide_, Problem::unknown_cue, cue.place,
                    join({"There is no ", more.empty() ? "cue" : "measure or cue", " called ",
                          quoted(cue.value), ".", did_you_mean(meant)}),
                    meant);
      }
      rules_.refs.push_back(list.value_or(list_none));
    }
    return slice;
  }

  /// A topic of the built-in guide may be extended alone, without the cues.
  void check_mood(const Text& mood) {
    const std::string cue = "customer-" + mood.value;
    if (mood.value == "neutral" || guide_.built_in[mood.place.file] ||
        std::find(cue_names_.begin(), cue_names_.end(), cue) != cue_names_.end()) {
      return;
    }
    add_problem(guide_, Problem::no_mood_words, mood.place,
                join({"This guide has no words that tell the mood ", quoted(mood.value),
                      ", so it is never told. Extend support or support/cues.yaml, or add the cue ",
                      quoted(cue), "."}));
  }

  Slice conditions(const std::vector<ConditionDefinition>& from) {
    std::vector<ConditionRecord> records;
    for (const ConditionDefinition& each : from) {
      ConditionRecord record;
      record.channels = bits_of(channel_names, each.channel);
      for (const Text& mood : each.mood) check_mood(mood);
      record.moods = bits_of(words::moods, each.mood);
      record.known = bits_of(words::known, each.known);
      if (each.first_turn) record.turn = *each.first_turn ? 1 : 2;
      if (each.is_template) record.is_template = *each.is_template ? 1 : 2;
      if (each.customer_said_it) record.said_by_customer = *each.customer_said_it ? 1 : 2;
      record.words_min = each.words_min.value_or(record.words_min);
      record.words_max = each.words_max.value_or(record.words_max);
      record.tags = strings_of(each.tag, "");
      record.reply = lists(each.reply);
      record.customer = lists_in(in_message, each.customer);
      std::vector<NearRecord> near;
      for (const NearDefinition& one : each.near) {
        near.push_back({lists(one.cues), one.within, static_cast<std::uint32_t>(one.side)});
      }
      record.near = {static_cast<std::uint32_t>(rules_.near.size()),
                     static_cast<std::uint32_t>(near.size())};
      rules_.near.insert(rules_.near.end(), near.begin(), near.end());
      records.push_back(record);
    }
    const Slice slice{static_cast<std::uint32_t>(rules_.conditions.size()),
                      static_cast<std::uint32_t>(records.size())};
    rules_.conditions.insert(rules_.conditions.end(), records.begin(), records.end());
    return slice;
  }

  void add_rule(const RuleDefinition& from) {
    if (from.off) return rules_.off.push_back(string(from.id.value));
    RuleRecord rule;
    rule.id = string(from.id.value);
    rule.message = string(from.message.value);
    rule.why = string(from.why.value);
    rule.category = string(from.category);
    rule.link = string(from.link.value);
    rule.level = from.level;
    rule.form = from.form;
    for (const Text& part : from.in) rule.in |= part_bits[index_in(words::parts, part.value)];
    check_written_texts(guide_, from, cue_names_);
    where_ = where_of(from.only);
    rule.except = add_phrases(from.except, false);
    rule.only = conditions(from.only);
    rule.unless = conditions(from.unless);
    switch (from.form) {
      case RuleForm::find:
        rule.find = add_phrases(from.find, from.safe);
        break;
      case RuleForm::missing:
        add_missing(from, rule);
        break;
      case RuleForm::limit:
        add_limit(from, rule);
        break;
      case RuleForm::detect:
        add_detect(from, rule);
        break;
    }
    rule.instead_of = rules_named(from.instead_of);
    rules_.rules.push_back(rule);
  }

  /// Those of them that are on.
  Slice rules_named(const std::vector<Text>& names) {
    Slice slice{static_cast<std::uint32_t>(rules_.refs.size()), 0};
    for (const Text& name : names) {
      const auto found = rule_index_.find(name.value);
      if (found == rule_index_.end()) continue;
      rules_.refs.push_back(found->second);
      ++slice.count;
    }
    return slice;
  }

  /// Those of some texts that begin so.
  Slice strings_of(const std::vector<Text>& texts, std::string_view begin) {
    Slice slice{static_cast<std::uint32_t>(rules_.strings.size()), 0};
    for (const Text& text : texts) {
      if (text.value.starts_with(begin)) rules_.strings.push_back(string(text.value));
    }
    slice.count = static_cast<std::uint32_t>(rules_.strings.size()) - slice.begin;
    return slice;
  }

  void add_suppression(const SuppressionDefinition& from) {
    SuppressionRecord record;
    record.reason = string(from.reason);
    record.replies = strings_of(from.replies, "");
    record.across = strings_of(from.rules, "library/");
    record.rules = rules_named(from.rules);
    record.all_rules = from.rules.empty() ? 1 : 0;
    rules_.suppressions.push_back(record);
  }

  void add_missing(const RuleDefinition& from, RuleRecord& rule) {
    rule.cues = lists(from.cues);
    rule.rewrites = {static_cast<std::uint32_t>(tables_.rewrites.size()),
                     static_cast<std::uint32_t>(from.rewrites.size())};
    for (const Text& rewrite : from.rewrites) {
      const StringRef text = string(rewrite.value);
      tables_.rewrites.push_back({text.offset, text.size, from.safe ? 1U : 0U});
    }
    if (!from.at.value.empty()) {
      rule.at = static_cast<InsertAt>(index_in(words::at, from.at.value));
    }
  }

  void add_limit(const RuleDefinition& from, RuleRecord& rule) {
    if (from.max) rule.max = *from.max;
    if (from.min) rule.min = *from.min;
    if (!from.per.value.empty()) {
      rule.per = static_cast<Per>(index_in(words::per, from.per.value));
    }
    if (!from.measure.value.empty()) {
      rule.measure = static_cast<Measure>(index_in(words::measures, from.measure.value));
      return;
    }
    rule.measure = Measure::hits;
    if (!from.counted.empty()) {
      const ListId list = add_phrases(from.counted, from.safe);
      rule.cues = {static_cast<std::uint32_t>(rules_.refs.size()), 1};
      rules_.refs.push_back(list);
    } else {
      rule.cues = lists(from.cues, words::measures);
    }
  }

  void add_detect(const RuleDefinition& from, RuleRecord& rule) {
    const auto chosen = chosen_detector(guide_, from);
    if (!chosen) return;
    rule.detector = chosen->detector;
    rule.options = {static_cast<std::uint32_t>(rules_.options.size()),
                    static_cast<std::uint32_t>(chosen->options.size())};
    for (const auto& [key, value] : chosen->options) rules_.options.push_back({string(key), value});
  }

  void add_dimension(const DimensionDefinition& from) {
    DimensionRecord dimension;
    dimension.rule.id = string(from.name.value);
    where_ = in_score;
    dimension.rule.only = conditions(from.only);
    dimension.rule.unless = conditions(from.unless);
    dimension.weight = from.weight;
    dimension.start = from.start;
    for (const Text& category : from.loses) check_category(category);
    dimension.loses = strings_of(from.loses, "");
    dimension.earnings = {static_cast<std::uint32_t>(rules_.earnings.size()),
                          static_cast<std::uint32_t>(from.earns.size())};
    for (const EarningDefinition& each : from.earns) add_earning(each);
    rules_.dimensions.push_back(dimension);
  }

  void add_earning(const EarningDefinition& from) {
    EarningRecord earning;
    earning.rule.id = string(from.name.value);
    earning.rule.message = string(from.advice.value);
    for (const Text& part : from.in) {
      earning.rule.in |= part_bits[index_in(words::parts, part.value)];
    }
    earning.rule.only = conditions(from.only);
    earning.rule.unless = conditions(from.unless);
    earning.points = from.points;
    earning.cost = from.cost ? 1 : 0;
    earning.echoes = from.echoes;
    if (from.echoes == 0) {
      earning.rule.cues = lists(from.cues.empty() ? std::vector{from.name} : from.cues);
    }
    rules_.earnings.push_back(earning);
  }

  /// A topic of the built-in guide may be extended alone, so that its categories may be absent.
  void check_category(const Text& wanted) {
    if (categories_.empty()) {
      for (const RuleDefinition& rule : guide_.rules) categories_.insert(rule.category);
    }
    if (categories_.contains(wanted.value) || !guesses_.allows(categories_.size())) return;
    const std::string_view meant =
        nearest(wanted.value, std::vector(categories_.begin(), categories_.end()));
    if (meant.empty() && guide_.built_in[wanted.place.file]) return;
    add_problem(guide_, Problem::unknown_value, wanted.place,
                join({"No rules stand under ", quoted(wanted.value), ".", did_you_mean(meant)}),
                meant);
  }

  GuideDefinition& guide_;
  PhraseCompiler phrases_;
  PhraseTablesUnderWay tables_;
  RuleTablesUnderWay rules_;
  GuideFacts facts_;
  std::uint32_t where_ = in_draft;  ///< Where what is being added is looked for.
  std::vector<std::string_view> cue_names_;
  std::map<std::string, std::uint32_t, std::less<>> rule_index_;
  std::set<std::string_view> categories_;
  GuessBudget guesses_;                    ///< At categories.
  std::vector<const Text*> phrase_texts_;  ///< As `phrases_` counts them.
};

}  // namespace

std::vector<std::byte> compile_guide(GuideDefinition& definition) {
  return GuideCompiler(definition).run();
}

}  // namespace tonelint
