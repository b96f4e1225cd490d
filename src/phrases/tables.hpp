#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "phrases/vocabulary.hpp"

namespace tonelint {

/// A list of phrases that stand together: a cue, the `find` of a rule, its `except` … 0 is none.
using ListId = std::uint32_t;

/// Lists that no phrase fills but the document or the caller: see Scan::run. Those from
/// `list_number` to `list_name` hold the tokens of a class, where a guide asks for them.
enum GivenList : ListId {
  list_none = 0,
  list_customer,  ///< The customer's name.
  list_greeting,
  list_sign_off,
  list_question,  ///< A sentence that ends in a question mark.
  list_number,
  list_emoji,
  list_url,
  list_email,
  list_placeholder,
  list_name,
  given_lists,  ///< From here on: lists of phrases.
};

/// Where the automaton is entered: by all that is looked for in a draft of which nothing is known
/// that a rule asks for, in any other draft, or in a message. The rest is then not gone through.
enum Entrance : std::uint32_t { entrance_plain, entrance_draft, entrance_message, entrances };

/// What is known of a word.
struct SymbolRecord {
  std::array<std::uint32_t, entrances> states{};  ///< Where it leads as a first word; 0: nowhere.
  std::uint32_t traits = 0;                       ///< See WordTraits.
};

/// A state of the automaton. Its ways on are in slots of `edges` that are its own; one without any
/// has the slot that stands first there, which is empty.
struct StateRecord {
  std::uint32_t uses = 0;  ///< First of `uses`: what is set off where the state is reached.
  std::uint32_t kept = 0;  ///< First of `kept`: see there.
  std::uint32_t met = 0;   ///< In `met`: the needs that are satisfied where it is reached.
  std::uint32_t next = 0;  ///< The first of its slots.
  std::uint32_t mask = 0;  ///< How many slots it has, a power of two, less one.
};

/// A way on. Each stands in one of two places, so that a step reads two slots and guesses nothing.
struct EdgeSlot {
  Symbol symbol = 0;
  std::uint32_t next = 0;
};
struct EdgePlaces {
  std::uint32_t first, second;
};
/// Where the way that a symbol takes may stand, before the state's mask.
[[nodiscard]] constexpr EdgePlaces edge_places(Symbol symbol) {
  const std::uint64_t hash = symbol * 0x9E3779B97F4A7C15ULL;
  return {static_cast<std::uint32_t>(hash >> 20), static_cast<std::uint32_t>(hash >> 44)};
}

/// A bit for each need, `need % 256`: what a sentence must hold besides before an alternative is
/// fitted there.
using NeedBits = std::array<std::uint64_t, 4>;
constexpr void add_need(std::uint32_t need, NeedBits& bits) {
  bits[need / 64 % 4] |= std::uint64_t{1} << need % 64;
}
[[nodiscard]] constexpr bool has_need(std::uint32_t need, const NeedBits& bits) {
  return (bits[need / 64 % 4] >> need % 64 & 1) != 0;
}

/// An alternative that is set off, with what is needed to know whether to go on with it.
struct UseRecord {
  std::uint32_t alternative = 0;
  ListId list = 0;         ///< The alternative's.
  std::uint32_t need = 0;  ///< The rarest of what the alternative needs besides; 0: nothing.
  std::uint16_t level = 0;
  std::uint16_t flags = 0;  ///< The alternative's, use_alone and use_followed.
};

struct ListRecord {
  std::uint32_t uses = 0;  ///< First of `uses`: the alternatives that a hit sets off.
  std::uint32_t use_count = 0;
  std::uint32_t where = 0;   ///< in_draft, in_message: where it is looked for.
  std::uint32_t beside = 0;  ///< Not 0: an alternative set off by something else looks for it.
  std::uint32_t need = 0;    ///< That a hit satisfies; 0: nobody's.
};

inline constexpr std::uint32_t most_elements = 24;

/// One step of an alternative.
struct ElementRecord {
  enum Kind : std::uint32_t { fragment, list, token_class, gap, words };
  std::uint32_t kind = fragment;
  std::uint32_t id = 0;       ///< Number of a kept fragment, list, or bits of TokenClass.
  std::uint32_t capture = 0;  ///< 1 and up: what it takes belongs to that capture.
};
/// Bits of the classes a token may be of, in the order of their lists.
enum TokenClass : std::uint32_t {
  class_number = 1,
  class_emoji = 2,
  class_url = 4,
  class_email = 8,
  class_placeholder = 16,
  class_name = 32,
  class_word = 64,  ///< Any word; it has no list.
};
[[nodiscard]] std::uint32_t classes_of(const Token& token);

/// A name and what it stands for in rewrites and messages: a constant text, or (`capture` above 0)
/// what that capture takes.
struct BindingRecord {
  std::uint32_t name = 0, name_size = 0;
  std::uint32_t text = 0, text_size = 0;
  std::uint32_t capture = 0;
};

/// A rewrite: text in which byte 1 followed by a byte n stands for capture n.
struct RewriteRecord {
  std::uint32_t text = 0, size = 0;
  std::uint32_t safe = 0;
};

/// One way to say a phrase: elements in a row. The rarest sets it off.
struct AlternativeRecord {
  std::uint32_t phrase = 0;
  ListId list = 0;  ///< Those of its phrase, kept near.
  std::uint32_t flags = 0;
  std::uint32_t elements = 0, element_count = 0;
  std::uint32_t trigger = 0;
  std::uint32_t rewrites = 0, rewrite_count = 0;
  std::uint32_t bindings = 0, binding_count = 0;
};

struct PhraseRecord {
  ListId list = 0;
  std::uint32_t text = 0, size = 0;  ///< As its author wrote it.
  std::uint32_t flags = 0;           ///< phrase_at_sentence_start, phrase_at_sentence_end
};
inline constexpr std::uint32_t phrase_at_sentence_start = 1;
inline constexpr std::uint32_t phrase_at_sentence_end = 2;
/// Where a list is looked for, any of these: in the agent's draft, in the customer's message; in a
/// draft only when it gets a score, has tags, answers a message, or one in which the customer's
/// mood shows.
inline constexpr std::uint32_t in_draft = 4;
inline constexpr std::uint32_t in_message = 8;
inline constexpr std::uint32_t in_score = 16;
inline constexpr std::uint32_t in_tagged = 32;
inline constexpr std::uint32_t in_answer = 64;
inline constexpr std::uint32_t in_answer_to_mood = 128;
/// The lists that are looked for behind an entrance: those for any of these.
[[nodiscard]] constexpr std::uint32_t behind(Entrance entrance) {
  if (entrance == entrance_plain) return in_draft;
  const std::uint32_t drafts = in_draft | in_score | in_tagged | in_answer | in_answer_to_mood;
  return entrance == entrance_draft ? drafts : in_message;
}
/// The entrance for a document of which this holds.
[[nodiscard]] constexpr Entrance entrance_for(std::uint32_t where) {
  if (where == in_draft) return entrance_plain;
  return (where & in_message) != 0 ? entrance_message : entrance_draft;
}
/// Of a use: its element is the whole alternative.
inline constexpr std::uint32_t use_alone = 256;
/// Of a use: other alternatives look for what is in its list.
inline constexpr std::uint32_t use_followed = 512;

/// A regular expression. It is tried only where the rarest pair of bytes that all its matches hold
/// stands in the text; without such a pair it is always tried.
struct ExpressionRecord {
  std::uint32_t alternative = 0;
  std::uint32_t text = 0, size = 0;
  std::uint32_t offset = 0;  ///< How far into the match the pair stands, `anywhere` or `no_pair`.
  std::uint32_t pairs = 0, pair_count = 0;  ///< Of `pairs`: what else must stand around it.
};
inline constexpr std::uint32_t anywhere = 0xFFFFFFFF;
inline constexpr std::uint32_t no_pair = 0xFFFFFFFE;
/// A pair of bytes that stands at one place in every match.
struct PairRecord {
  std::uint32_t offset = 0;
  std::array<std::uint32_t, 8> first{}, second{};  ///< A bit for each byte it may consist of.
};
/// One pair of bytes and an expression that is tried where it stands.
struct PairUse {
  std::uint32_t pair = 0;  ///< As the text has them: the second byte times 256 and the first.
  std::uint32_t expression = 0;
};
/// Most of all text is small letters and spaces.
[[nodiscard]] constexpr bool is_small(std::uint32_t byte) {
  return byte == ' ' || (byte >= 'a' && byte <= 'z');
}
struct PhraseCounts {
  std::uint32_t levels = 0;       ///< How many there are.
  std::uint32_t unpaired = 0;     ///< Expressions without a pair.
  std::uint32_t small_pairs = 0;  ///< Where those are looked for whose pair may be two small bytes.
};

/// Everything compiled phrases are: flat arrays, so that a guide can be kept as bytes and used
/// where it lies. `Array` is a vector while compiling and a span afterwards.
template <template <class> class Array>
struct BasicPhraseTables {
  Array<char> strings;
  Array<WordSlot> words;
  Array<SymbolRecord> symbols;  ///< By symbol.
  /// 0 is no state; the uses and kept fragments of each end where those of the next begin, so there
  /// is one more.
  Array<StateRecord> states;
  Array<EdgeSlot> edges;
  Array<std::uint32_t> kept;  ///< By state, the fragments ending there that others look for.
  Array<NeedBits> met;        ///< By StateRecord::met, each once; the first is none.
  Array<ListRecord> lists;    ///< By ListId.
  Array<UseRecord> uses;
  Array<ElementRecord> elements;
  Array<BindingRecord> bindings;
  Array<RewriteRecord> rewrites;
  Array<AlternativeRecord> alternatives;
  Array<PhraseRecord> phrases;
  Array<ExpressionRecord> expressions;
  Array<PairRecord> pairs;
  Array<PairUse> pair_uses;         ///< In order of the pairs.
  Array<std::uint64_t> pair_bits;   ///< A bit for each pair of bytes that is used.
  Array<std::uint32_t> pair_ranks;  ///< By 64 bits of those: how many are set before them.
  Array<std::uint32_t> pair_heads;  ///< By pair that is used: first of its uses; then their end.
  Array<PhraseCounts> counts;       ///< One entry.

  /// Calls `each` with every array, in one order for ever.
  template <class Tables, class Each>
  static void for_each(Tables& tables, Each each) {
    each(tables.strings), each(tables.words), each(tables.symbols);
    each(tables.states), each(tables.edges), each(tables.kept), each(tables.met);
    each(tables.lists);
    each(tables.uses), each(tables.elements), each(tables.bindings), each(tables.rewrites);
    each(tables.alternatives), each(tables.phrases), each(tables.expressions);
    each(tables.pairs), each(tables.pair_uses), each(tables.pair_bits);
    each(tables.pair_ranks), each(tables.pair_heads), each(tables.counts);
  }

  [[nodiscard]] std::string_view string(std::uint32_t offset, std::uint32_t size) const {
    return {strings.data() + offset, size};
  }
};

template <class T>
using TableVector = std::vector<T>;
template <class T>
using TableView = std::span<const T>;

using PhraseTables = BasicPhraseTables<TableView>;
using PhraseTablesUnderWay = BasicPhraseTables<TableVector>;

}  // namespace tonelint
