#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "checks/gate.hpp"
#include "document/document.hpp"
#include "phrases/tables.hpp"
#include "tonelint/diagnostic.hpp"

namespace tonelint {

/// Text in the guide's string pool.
struct StringRef {
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
};

/// A run of entries in another table.
struct Slice {
  std::uint32_t begin = 0;
  std::uint32_t count = 0;
};

/// In the order in which the guide language names them.
enum class RuleForm : std::uint32_t { find, missing, limit, detect };

/// What a `limit` measures; `hits` counts a cue or phrases.
enum class Measure : std::uint32_t {
  words,
  sentences,
  paragraphs,
  characters,
  grade,
  exclamations,
  questions,
  emoji,
  links,
  capitals,
  hits,
};
enum class Per : std::uint32_t { reply, paragraph, sentence, hundred_words, hundred_sentences };
/// Where a `missing` rule would add its rewrite.
enum class InsertAt : std::uint32_t { start, after_greeting, before_sign_off, end };

/// Bits of `in`: the parts of a reply by their number, and some places that are no part.
inline constexpr std::uint32_t in_first_sentence = 1U << 16;
inline constexpr std::uint32_t in_last_sentence = 1U << 17;
inline constexpr std::uint32_t in_list = 1U << 18;
inline constexpr std::uint32_t in_prose = 1U << 19;
[[nodiscard]] constexpr std::uint32_t in_bit(Part part) {
  return 1U << static_cast<std::uint32_t>(part);
}

/// `only` or `unless`, one map of it. What is not asked has its empty value.
struct ConditionRecord {
  std::uint32_t channels = 0;     ///< Bits by Channel.
  std::uint32_t moods = 0;        ///< Bits by Mood::Kind.
  std::uint32_t turn = 0;         ///< 1: first, 2: later.
  std::uint32_t is_template = 0;  ///< 1: yes, 2: no.
  std::uint32_t known = 0;        ///< Bits by Known, any of them.
  std::uint32_t words_min = 0;
  std::uint32_t words_max = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t said_by_customer = 0;  ///< 1: yes, 2: no.
  Slice tags;                          ///< In `strings`.
  Slice reply;                         ///< In `refs`: lists.
  Slice customer;                      ///< In `refs`: lists.
  Slice near;                          ///< In `near`.
};
enum Known : std::uint32_t {
  known_name = 1,
  known_message = 2,
  known_agent = 4,
  known_title = 8,
};

struct NearRecord {
  Slice lists;  ///< In `refs`.
  std::uint32_t within = 1;
  std::uint32_t side = 0;  ///< 0: either, 1: before, 2: after.
};

struct OptionRecord {
  StringRef key;
  double number = 0;  ///< yes is 1.
};

/// What judging reads stands first, so that it lies close together.
struct RuleRecord {
  RuleForm form = RuleForm::find;
  Measure measure = Measure::words;
  Per per = Per::reply;
  std::uint32_t detector = 0;  ///< Index in the table of detectors.
  std::uint32_t in = 0;        ///< 0: all that the agent wrote.
  ListId find = 0;             ///< find
  ListId except = 0;
  InsertAt at = InsertAt::before_sign_off;
  Slice cues;          ///< In `refs`: lists. missing: any will do; limit: what is counted.
  Slice only, unless;  ///< In `conditions`, any of them.
  Slice options;
  double max = std::numeric_limits<double>::infinity();
  double min = -std::numeric_limits<double>::infinity();
  Slice rewrites;    ///< missing: in PhraseTables::rewrites.
  Slice instead_of;  ///< In `refs`: rules.
  StringRef id, message, why, category, link;
  Level level = Level::warning;
  std::array<std::uint8_t, 7> no_hole{};
};

/// One entry of `suppress`: in these replies these rules keep silent.
struct SuppressionRecord {
  StringRef reason;
  Slice replies;                ///< In `strings`: ids, paths, patterns.
  Slice rules;                  ///< In `refs`: rules that are on.
  Slice across;                 ///< In `strings`: "library/tone" and the like, which are no rules.
  std::uint32_t all_rules = 0;  ///< 1: it names none, and means all.
};

/// Something that counts in the score. `rule` holds its id, the advice (as message), its cues, and
/// where and when it counts.
struct EarningRecord {
  RuleRecord rule;
  double points = 0;
  std::uint32_t cost = 0;    ///< 1: it takes points away.
  std::uint32_t echoes = 0;  ///< So many of the customer's words are asked for, in place of cues.
};
/// One dimension of the score. `rule` holds its name (as id), and when it counts.
struct DimensionRecord {
  RuleRecord rule;
  double weight = 0, start = 0;
  Slice earnings;  ///< In `earnings`.
  Slice loses;     ///< In `strings`: categories of rules.
};

/// The rules of a compiled guide: flat arrays, as the phrases are.
template <template <class> class Array>
struct BasicRuleTables {
  Array<RuleRecord> rules;
  Array<ConditionRecord> conditions;
  Array<NearRecord> near;
  Array<OptionRecord> options;
  Array<StringRef> strings;
  Array<std::uint32_t> refs;
  Array<RuleGate> always;             ///< Rules that may speak of every draft: all but `find`.
  Array<RuleGate> finding;            ///< The others.
  Array<std::uint32_t> gate_of_list;  ///< By ListId: the gate in `finding` of its rule, + 1.
  Array<ListId> known_cues;           ///< By KnownCue.
  Array<StringRef> off;               ///< Ids of rules that are switched off.
  Array<SuppressionRecord> suppressions;
  Array<DimensionRecord> dimensions;
  Array<EarningRecord> earnings;

  template <class Tables, class Each>
  static void for_each(Tables& tables, Each each) {
    each(tables.rules), each(tables.conditions), each(tables.near), each(tables.options);
    each(tables.strings), each(tables.refs), each(tables.always), each(tables.finding);
    each(tables.gate_of_list);
    each(tables.known_cues), each(tables.off), each(tables.suppressions);
    each(tables.dimensions), each(tables.earnings);
  }
};
using RuleTables = BasicRuleTables<TableView>;
using RuleTablesUnderWay = BasicRuleTables<TableVector>;

/// Cues that the code itself looks up by name, where the guide has them.
enum class KnownCue : std::uint32_t {
  customer_angry,
  customer_frustrated,
  customer_sad,
  customer_urgent,
  customer_excited,
  instruction,
  stock_phrase,
  customer_trouble,
  customer_pleased,
};
inline constexpr std::string_view known_cue_names[] = {
    "customer-angry",  "customer-frustrated", "customer-sad",
    "customer-urgent", "customer-excited",    "instruction",
    "stock-phrase",    "customer-trouble",    "customer-pleased",
};

}  // namespace tonelint
