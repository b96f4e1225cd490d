#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "document/document.hpp"
#include "phrases/expression.hpp"
#include "phrases/tables.hpp"

namespace tonelint {

/// A phrase found in a document.
struct Hit {
  std::uint32_t alternative = 0;  ///< Which way of which phrase; none for given hits.
  Range tokens;
  Span text;                   ///< Bytes of the reply's text.
  std::uint32_t captures = 0;  ///< First of its captures in Scan, if it has any.
  std::uint32_t next = 0;      ///< The next hit of the same list, + 1.
  bool hidden = false;         ///< In quoted history, code or a signature.
};

/// A hit that no phrase makes: the customer's name, the greeting.
struct GivenHit {
  ListId list = 0;
  Range tokens;
};

/// One pass over the tokens of a document finds all phrases of a guide. Reusing a Scan keeps its
/// buffers; nothing is allocated once they have grown.
class Scan {
 public:
  void run(const PhraseTables& tables, const Expressions& expressions, const Document& document,
           std::span<const GivenHit> given = {}, std::uint32_t where = in_draft);

  /// Calls `each` with every hit of a list that is the agent's own, until it returns false. In no
  /// set order.
  template <class Each>
  void for_each(ListId list, Each each) const {
    for (std::uint32_t at = list_heads_[list]; at != 0; at = hits_[at - 1].next) {
      if (!hits_[at - 1].hidden && !each(hits_[at - 1])) return;
    }
  }
  /// The same with the hidden ones.
  template <class Each>
  void for_each_hidden(ListId list, Each each) const {
    for (std::uint32_t at = list_heads_[list]; at != 0; at = hits_[at - 1].next) {
      if (!each(hits_[at - 1])) return;
    }
  }
  [[nodiscard]] bool any(ListId list) const {
    bool found = false;
    for_each(list, [&](const Hit&) { return !(found = true); });
    return found;
  }
  /// Lists with a hit, hidden ones too, in no set order, each once.
  [[nodiscard]] std::span<const ListId> found_lists() const { return found_lists_; }

  /// The tokens that capture `number` (from 1) of a hit took.
  [[nodiscard]] Range capture(const Hit& hit, std::uint32_t number) const {
    return captures_[hit.captures + number - 1];
  }
  /// The phrase of a hit; not for given hits.
  [[nodiscard]] const PhraseRecord& phrase(const Hit& hit) const {
    return tables_->phrases[tables_->alternatives[hit.alternative].phrase];
  }

 private:
  friend class Joining;
  struct Piece {
    Range tokens;
    std::uint32_t next = 0;
  };
  struct Pending {
    std::uint32_t alternative = 0;
    std::uint32_t element = 0;
    Range tokens;
    std::uint32_t next = 0;
  };

  void clear(const PhraseTables& tables);
  void find_classes();
  void walk();
  void accept(const StateRecord& state, Range tokens);
  void set_off(const TriggerRecord& trigger, Range tokens);
  void add_hit(std::uint32_t alternative, Range tokens, std::uint32_t captures);
  [[nodiscard]] bool reach_sentence_end(Range& tokens) const;
  void add_to_list(ListId list, std::uint32_t alternative, Range tokens, Span text,
                   std::uint32_t captures);
  void join(const Pending& pending);
  [[nodiscard]] std::uint32_t next_state(std::uint32_t state, Symbol symbol) const;

  const PhraseTables* tables_ = nullptr;
  const Document* document_ = nullptr;
  std::span<const Token> tokens_;
  std::uint32_t where_ = in_draft;
  std::vector<Symbol> symbols_;
  std::vector<Hit> hits_;
  std::vector<Range> captures_;
  std::vector<std::uint32_t> list_heads_, list_tails_;
  std::vector<ListId> found_lists_;
  std::vector<Piece> pieces_;  ///< Fragments kept for joining.
  std::vector<std::uint32_t> piece_heads_;
  std::vector<std::uint32_t> kept_fragments_;
  std::vector<Pending> pending_;
  std::vector<std::uint32_t> pending_heads_;
};

}  // namespace tonelint
