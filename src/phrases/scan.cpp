#include "phrases/scan.hpp"

#include <algorithm>
#include <bit>

namespace tonelint {

void Scan::clear(const PhraseTables& tables) {
  if (tables_ != &tables || list_heads_.size() != tables.lists.size() ||
      piece_heads_.size() != tables.fragments.size()) {
    list_heads_.assign(tables.lists.size(), 0);
    list_tails_.assign(tables.lists.size(), 0);
    piece_heads_.assign(tables.fragments.size(), 0);
  } else {
    for (const ListId list : found_lists_) list_heads_[list] = 0;
    for (const std::uint32_t fragment : kept_fragments_) piece_heads_[fragment] = 0;
  }
  tables_ = &tables;
  hits_.clear(), captures_.clear(), found_lists_.clear();
  pieces_.clear(), kept_fragments_.clear();
  pending_.clear();
  pending_heads_.assign(tables.level_count.empty() ? 1 : tables.level_count[0], 0);
}

std::uint32_t Scan::next_state(std::uint32_t state, Symbol symbol) const {
  const StateRecord& record = tables_->states[state];
  if (record.edge_count == 1) return record.symbol == symbol ? record.next : 0;
  const std::size_t mask = tables_->edges.size() - 1;
  for (std::size_t slot = edge_hash(state, symbol) & mask; tables_->edges[slot].next != 0;
       slot = (slot + 1) & mask) {
    const EdgeSlot& edge = tables_->edges[slot];
    if (edge.state == state && edge.symbol == symbol) return edge.next;
  }
  return 0;
}

void Scan::find_classes() {
  std::uint32_t wanted = 0;
  for (ListId list = list_number; list <= list_name; ++list) {
    if ((tables_->lists[list].kept & where_) != 0) wanted |= 1U << (list - list_number);
  }
  if (wanted == 0) return;
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    if (token.kind == Token::Kind::word && !token.has(Token::capitalised)) continue;
    for (std::uint32_t bits = classes_of(token) & wanted; bits != 0; bits &= bits - 1) {
      const auto list = static_cast<ListId>(list_number + std::countr_zero(bits));
      add_to_list(list, 0, {i, i + 1}, token.span(), 0);
    }
  }
}

void Scan::walk() {
  const auto count = static_cast<std::uint32_t>(tokens_.size());
  for (std::uint32_t start = 0; start < count; ++start) {
    if (symbols_[start] == 0) continue;
    std::uint32_t state = tables_->root[symbols_[start]];
    if (state == 0) continue;
    for (std::uint32_t at = start;;) {
      const StateRecord& record = tables_->states[state];
      if (record.accept_count != 0) accept(record, {start, at + 1});
      if (record.edge_count == 0) break;
      // The next word; commas and their like are passed over unless a phrase asks for them.
      std::uint32_t next = 0;
      while (next == 0 && !tokens_[at].has(Token::sentence_end) && ++at < count) {
        next = symbols_[at] == 0 ? 0 : next_state(state, symbols_[at]);
        if (next == 0 && tokens_[at].kind != Token::Kind::pause) break;
      }
      if (next == 0) break;
      state = next;
    }
  }
}

void Scan::accept(const StateRecord& state, Range tokens) {
  for (std::uint32_t i = 0; i < state.accept_count; ++i) {
    const std::uint32_t fragment = tables_->accepts[state.accepts + i];
    const TriggerRecord& trigger = tables_->fragments[fragment];
    if (trigger.kept != 0) {
      if (piece_heads_[fragment] == 0) kept_fragments_.push_back(fragment);
      pieces_.push_back({tokens, piece_heads_[fragment]});
      piece_heads_[fragment] = static_cast<std::uint32_t>(pieces_.size());
    }
    if (trigger.use_count != 0) set_off(trigger, tokens);
  }
}

void Scan::set_off(const TriggerRecord& trigger, Range tokens) {
  for (const UseRecord& use : tables_->uses.subspan(trigger.uses, trigger.use_count)) {
    const AlternativeRecord& alternative = tables_->alternatives[use.alternative];
    if ((alternative.flags & where_) == 0) continue;
    if (alternative.element_count == 1) {
      add_hit(use.alternative, tokens, 0);
    } else {
      std::uint32_t& head = pending_heads_[alternative.level];
      pending_.push_back({use.alternative, use.element, tokens, head});
      head = static_cast<std::uint32_t>(pending_.size());
    }
  }
}

void Scan::add_hit(std::uint32_t alternative, Range tokens, std::uint32_t captures) {
  const AlternativeRecord& record = tables_->alternatives[alternative];
  if ((record.flags & (phrase_at_sentence_start | phrase_at_sentence_end)) != 0) {
    if ((record.flags & phrase_at_sentence_start) != 0 &&
        !tokens_[tokens.begin].has(Token::sentence_start)) {
      return;
    }
    if ((record.flags & phrase_at_sentence_end) != 0 && !reach_sentence_end(tokens)) return;
  }
  add_to_list(record.list, alternative, tokens,
              {tokens_[tokens.begin].begin, tokens_[tokens.end - 1].end}, captures);
}

/// Closing quotation marks, emoji and the full stop belong to the sentence's end.
bool Scan::reach_sentence_end(Range& tokens) const {
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

void Scan::add_to_list(ListId list, std::uint32_t alternative, Range tokens, Span text,
                       std::uint32_t captures) {
  hits_.push_back(
      {alternative, tokens, text, captures, 0, tokens_[tokens.begin].has(Token::hidden)});
  const auto number = static_cast<std::uint32_t>(hits_.size());
  if (list_heads_[list] == 0) {
    found_lists_.push_back(list);
    list_heads_[list] = number;
  } else {
    hits_[list_tails_[list] - 1].next = number;
  }
  list_tails_[list] = number;
  const TriggerRecord& trigger = tables_->lists[list];
  if (trigger.use_count != 0) set_off(trigger, tokens);
}

void Scan::run(const PhraseTables& tables, const Expressions& expressions, const Document& document,
               std::span<const GivenHit> given, std::uint32_t where) {
  where_ = where;
  clear(tables);
  document_ = &document;
  tokens_ = document.tokens();
  if (tokens_.empty()) return;
  const VocabularyView vocabulary{
      tables.word_slots, tables.words, {tables.strings.data(), tables.strings.size()}};
  find_symbols(document, vocabulary, symbols_);
  for (const GivenHit& each : given) {
    if (each.tokens.empty()) continue;
    add_to_list(each.list, 0, each.tokens, document.span(each.tokens), 0);
  }
  find_classes();
  walk();
  if (!tables.expressions.empty()) {
    expressions.scan(tables, document.text(), [&](const ExpressionRecord& from, Span match) {
      Range tokens{0, static_cast<std::uint32_t>(tokens_.size())};
      const auto first =
          std::lower_bound(tokens_.begin(), tokens_.end(), match.begin,
                           [](const Token& token, std::uint32_t at) { return token.end <= at; });
      tokens.begin = static_cast<std::uint32_t>(first - tokens_.begin());
      tokens.end = tokens.begin;
      while (tokens.end < tokens_.size() && tokens_[tokens.end].begin < match.end) ++tokens.end;
      if (tokens.empty() || tokens_[tokens.begin].has(Token::quoted)) return;
      const AlternativeRecord& alternative = tables.alternatives[from.alternative];
      if ((alternative.flags & where_) == 0) return;
      add_to_list(alternative.list, from.alternative, tokens, match, 0);
    });
  }
  // An alternative of a list with hits of a lower level may set off others of a higher one.
  for (std::size_t level = 0; level < pending_heads_.size(); ++level) {
    for (std::uint32_t at = pending_heads_[level]; at != 0; at = pending_[at - 1].next) {
      join(pending_[at - 1]);
    }
  }
}

}  // namespace tonelint
