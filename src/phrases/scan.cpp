#include "phrases/scan.hpp"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

namespace tonelint {
namespace {

/// The kinds that the tokens of a class may have.
constexpr std::uint32_t kinds_of(ListId list) {
  using Kind = Token::Kind;
  switch (list) {
    case list_number:
      return Token::bit(Kind::number);
    case list_emoji:
      return Token::bit(Kind::emoji);
    case list_url:
      return Token::bit(Kind::url);
    case list_email:
      return Token::bit(Kind::email);
    case list_placeholder:
      return Token::bit(Kind::placeholder);
    default:
      return Token::bit(Kind::placeholder) | Token::bit(Kind::word);
  }
}

}  // namespace

void Scan::clear(const PhraseTables& tables) {
  if (tables_ != &tables || lists_.size() != tables.lists.size()) {
    lists_.assign(tables.lists.size(), {});
  } else {
    for (const ListId list : found_lists()) lists_[list] = {};
  }
  met_.assign(document_->sentences().size(), {});
  tables_ = &tables;
  hits_.clear(), captures_.clear(), pieces_.clear(), pending_.clear();
  found_count_ = to_follow_count_ = 0;
  begun_.assign(tokens_.size(), 0), ended_.assign(tokens_.size(), 0);
  pending_heads_.assign(tables.counts[0].levels, 0);
}

inline std::uint32_t Scan::next_state(const StateRecord& state, Symbol symbol) const {
  const EdgeSlot* edges = tables_->edges.data() + state.next;
  const EdgePlaces places = edge_places(symbol);
  const EdgeSlot& first = edges[places.first & state.mask];
  const EdgeSlot& second = edges[places.second & state.mask];
  const std::uint32_t next = first.symbol == symbol ? first.next : 0;
  return second.symbol == symbol ? second.next : next;
}

void Scan::find_classes() {
  std::uint32_t wanted = 0;
  std::uint32_t kinds = 0;
  for (ListId list = list_number; list <= list_name; ++list) {
    if ((tables_->lists[list].where & where_) == 0) continue;
    wanted |= 1U << (list - list_number);
    kinds |= kinds_of(list);
  }
  if (wanted == 0) return;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    if ((kinds & Token::bit(token.kind)) == 0) continue;
    if (token.kind == Token::Kind::word && !token.has(Token::capitalised)) continue;
    for (std::uint32_t bits = classes_of(token) & wanted; bits != 0; bits &= bits - 1) {
      const auto list =
          static_cast<ListId>(list_number) + static_cast<ListId>(std::countr_zero(bits));
      add_hit(list, 0, {i, i + 1}, token.span());
    }
  }
}

inline void Scan::add_piece(Range tokens, ListId list, std::uint32_t state) {
  std::uint32_t& begun = begun_[tokens.begin];
  std::uint32_t& ended = ended_[tokens.end - 1];
  pieces_.push_back({tokens, list, state, begun, ended});
  begun = ended = static_cast<std::uint32_t>(pieces_.size());
}

/// Whether tokens begin and end where their phrase asks for. Closing quotation marks, emoji and the
/// full stop belong to the sentence's end.
bool Scan::fits_sentence(std::uint32_t flags, Range& tokens) const {
  if ((flags & phrase_at_sentence_start) != 0 &&
      !tokens_[tokens.begin].has(Token::sentence_start)) {
    return false;
  }
  if ((flags & phrase_at_sentence_end) == 0) return true;
  while (!tokens_[tokens.end - 1].has(Token::sentence_end)) {
    if (tokens.end == tokens_.size()) return true;
    const Token::Kind kind = tokens_[tokens.end].kind;
    if (kind != Token::Kind::pause && kind != Token::Kind::terminator &&
        kind != Token::Kind::emoji) {
      return false;
    }
    ++tokens.end;
  }
  return true;
}

inline void Scan::push_hit(const Hit& hit, bool is_followed) {
  if (to_follow_count_ == to_follow_.size()) to_follow_.resize(2 * to_follow_.size() + 64);
  // Which are looked for follows no pattern: a branch would mostly be guessed wrong.
  to_follow_[to_follow_count_] = static_cast<std::uint32_t>(hits_.size());
  to_follow_count_ += is_followed ? 1 : 0;
  hits_.push_back(hit);
}

void Scan::add_hit(ListId list, std::uint32_t alternative, Range tokens, Span text) {
  push_hit({alternative, tokens, text, 0, list, tokens_[tokens.begin].has(Token::hidden)}, true);
}

void Scan::add_hit(const UseRecord& use, Range tokens, std::uint32_t captures) {
  constexpr std::uint32_t placed = phrase_at_sentence_start | phrase_at_sentence_end;
  if ((use.flags & placed) != 0 && !fits_sentence(use.flags, tokens)) return;
  const Span text{tokens_[tokens.begin].begin, tokens_[tokens.end - 1].end};
  const bool hidden = tokens_[tokens.begin].has(Token::hidden);
  push_hit({use.alternative, tokens, text, captures, use.list, hidden},
           (use.flags & use_followed) != 0);
}

inline void Scan::set_off(std::uint32_t uses, std::uint32_t end, Range tokens) {
  const UseRecord* records = tables_->uses.data();
  for (std::uint32_t at = uses; at < end; ++at) {
    const UseRecord& use = records[at];
    if ((use.flags & where_) == 0) continue;
    if ((use.flags & use_alone) != 0) {
      add_hit(use, tokens, 0);
    } else {
      std::uint32_t& head = pending_heads_[use.level];
      pending_.push_back({at, use.need, tokens, head});
      head = static_cast<std::uint32_t>(pending_.size());
    }
  }
}

inline void Scan::reach(std::uint32_t number, Range tokens) {
  const StateRecord* state = &tables_->states[number];
  if (state[0].kept != state[1].kept) {
    add_piece(tokens, list_none, number);
    NeedBits& met = met_[sentences_[tokens.begin]];
    const NeedBits& more = tables_->met[state->met];
    for (std::size_t i = 0; i < met.size(); ++i) met[i] |= more[i];
  }
  set_off(state[0].uses, state[1].uses, tokens);
}

void Scan::walk() {
  const auto count = static_cast<std::uint32_t>(tokens_.size());
  const std::span<const Symbol> symbols(symbols_);
  const std::span<const Token> tokens = tokens_;
  const Entrance entrance = entrance_for(where_);
  std::uint32_t all_traits = 0;
  traits_.resize(count);
  const std::span<const StateRecord> states = tables_->states;
  for (std::uint32_t start = 0; start < count; ++start) {
    const SymbolRecord& first = tables_->symbols[symbols[start]];
    all_traits |= traits_[start] = first.traits;
    std::uint32_t number = first.states[entrance];
    for (std::uint32_t at = start; number != 0;) {
      const StateRecord& state = states[number];
      reach(number, {start, at + 1});
      number = 0;
      if (state.next == 0) break;
      // The next word; commas and their like are passed over unless a phrase asks for them.
      const std::uint32_t end = std::min(count, at + 2 + most_pauses);
      while (number == 0 && !tokens[at].has(Token::sentence_end) && ++at < end) {
        if (symbols[at] != 0) number = next_state(state, symbols[at]);
        if (number == 0 && tokens[at].kind != Token::Kind::pause) break;
      }
    }
  }
  all_traits_ = all_traits;
}

/// Notes the new hits where they are looked for, and sets off the alternatives that wait for their
/// lists; what comes of this are further hits.
void Scan::follow_hits() {
  for (std::size_t i = 0; i < to_follow_count_; ++i) {
    const auto [list, tokens] = std::pair(hits_[to_follow_[i]].list, hits_[to_follow_[i]].tokens);
    const ListRecord& record = tables_->lists[list];
    if (record.beside != 0) {
      add_need(record.need, met_[sentences_[tokens.begin]]);
      add_need(record.need, met_[sentences_[tokens.end - 1]]);
      add_piece(tokens, list, 0);
    }
    set_off(record.uses, record.uses + record.use_count, tokens);
  }
  to_follow_count_ = 0;
}

/// Whether a sentence that an alternative was set off in holds the rarest of what it needs besides:
/// most are settled by that. No phrase goes beyond its sentence.
inline bool Scan::may_fit(const Pending& pending) const {
  const std::uint32_t need = pending.need;
  return need == 0 || has_need(need, met_[sentences_[pending.tokens.begin]]) ||
         has_need(need, met_[sentences_[pending.tokens.end - 1]]);
}

void Scan::find_expressions(const Expressions& expressions) {
  matches_.clear();
  expressions.find(*tables_, where_, document_->text(), matches_);
  for (const auto& [alternative, match] : matches_) {
    Range tokens;
    tokens.begin = tokens.end = document_->token_at(match.begin);
    while (tokens.end < tokens_.size() && tokens_[tokens.end].begin < match.end) ++tokens.end;
    if (tokens.empty() || tokens_[tokens.begin].has(Token::quoted)) continue;
    const ListId list = tables_->alternatives[alternative].list;
    add_hit(list, alternative, tokens, match);
    lists_[list].longest = std::max(lists_[list].longest, document_->span(tokens).size());
  }
}

/// Lays the hits of each list together, in order of place: in a long draft what is near something
/// is then found by halving.
void Scan::sort_hits() {
  found_lists_.resize(lists_.size() + 1);
  for (const Hit& hit : hits_) {
    found_lists_[found_count_] = hit.list;  // where it is known, the next takes its place
    found_count_ += lists_[hit.list].count++ == 0 ? 1 : 0;
  }
  std::uint32_t begin = 0;
  for (const ListId list : found_lists()) {
    lists_[list].begin = begin;
    begin += std::exchange(lists_[list].count, 0);
  }
  if (sorted_.size() < hits_.size()) sorted_.resize(hits_.size());
  for (const Hit& hit : hits_) {
    ListHits& list = lists_[hit.list];
    sorted_[list.begin + list.count++] = hit;
    list.longest = std::max(list.longest, hit.text.size());
    list.out_of_order |= hit.tokens.begin < list.last;
    list.last = hit.tokens.begin;
  }
  for (const ListId list : found_lists()) {
    if (!lists_[list].out_of_order) continue;
    const std::span own = std::span(sorted_).subspan(lists_[list].begin, lists_[list].count);
    std::sort(own.begin(), own.end(), [](const Hit& a, const Hit& b) {
      return std::tie(a.tokens.begin, a.tokens.end, a.alternative) <
             std::tie(b.tokens.begin, b.tokens.end, b.alternative);
    });
  }
}

void Scan::run(const PhraseTables& tables, const Expressions& expressions, const Document& document,
               std::span<const GivenHit> given, std::uint32_t where) {
  where_ = where;
  document_ = &document;
  tokens_ = document.tokens();
  sentences_ = document.sentence_numbers();
  clear(tables);
  if (tokens_.empty()) return;
  const VocabularyView vocabulary{tables.words, {tables.strings.data(), tables.strings.size()}};
  find_symbols(document, vocabulary, symbols_);
  for (const GivenHit& each : given) {
    if (each.tokens.empty()) continue;
    add_hit(each.list, 0, each.tokens, document.span(each.tokens));
  }
  find_classes();
  walk();
  if (!tables.expressions.empty()) find_expressions(expressions);
  follow_hits();
  // An alternative of a list with hits of a lower level may set off others of a higher one.
  for (const std::uint32_t& head : pending_heads_) {
    for (std::uint32_t at = head; at != 0; at = pending_[at - 1].next) {
      if (may_fit(pending_[at - 1])) join(pending_[at - 1]);
    }
    follow_hits();
  }
  sort_hits();
}

}  // namespace tonelint
