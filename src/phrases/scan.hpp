#pragma once

#include <algorithm>
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
  ListId list = 0;
  bool hidden = false;  ///< In quoted history, code or a signature.
};

/// A hit that no phrase makes: the customer's name, the greeting.
struct GivenHit {
  ListId list = 0;
  Range tokens;
};

/// So many commas and their like in a row are passed over at most: without a bound a draft of
/// commas alone would be gone through from each of them.
inline constexpr std::uint32_t most_pauses = 8;

/// One pass over the tokens of a document finds all phrases of a guide. Reusing a Scan keeps its
/// buffers; nothing is allocated once they have grown.
class Scan {
 public:
  /// `where`: all that holds of the document, in_draft, in_tagged …; lists for others are passed
  /// over.
  void run(const PhraseTables& tables, const Expressions& expressions, const Document& document,
           std::span<const GivenHit> given = {}, std::uint32_t where = in_draft);

  /// All hits of a list in order of their first token, hidden ones too.
  [[nodiscard]] std::span<const Hit> hits(ListId list) const {
    const ListHits& own = lists_[list];
    return std::span(sorted_).subspan(own.begin, own.count);
  }
  /// Calls `each` with every hit of a list that is the agent's own, until it returns false.
  template <class Each>
  void for_each(ListId list, Each each) const {
    for (const Hit& hit : hits(list)) {
      if (!hit.hidden && !each(hit)) return;
    }
  }
  /// The same with the hidden ones.
  template <class Each>
  void for_each_hidden(ListId list, Each each) const {
    for (const Hit& hit : hits(list)) {
      if (!each(hit)) return;
    }
  }
  /// Those of them that may overlap a span of the text: it may be long, and the hits many.
  template <class Each>
  void for_each_about(ListId list, Span text, Each each) const {
    const std::span<const Hit> own = hits(list);
    const auto place = [&](const Hit& hit) { return document_->span(hit.tokens).begin; };
    // A match of an expression may begin a little before its first token, or inside it.
    const std::uint64_t longest = lists_[list].longest;
    auto hit = std::partition_point(own.begin(), own.end(), [&](const Hit& each_hit) {
      return place(each_hit) + 2 * longest < text.begin;
    });
    for (; hit != own.end() && place(*hit) < text.end + longest; ++hit) {
      if (!each(*hit)) return;
    }
  }
  [[nodiscard]] bool any(ListId list) const {
    const auto own = hits(list);
    return std::any_of(own.begin(), own.end(), [](const Hit& hit) { return !hit.hidden; });
  }
  /// Lists with a hit, hidden ones too, in no set order, each once.
  [[nodiscard]] std::span<const ListId> found_lists() const {
    return std::span(found_lists_).first(found_count_);
  }

  /// What is known of a token's word by itself; nothing of one in quotation marks or a label.
  [[nodiscard]] std::uint32_t traits(std::uint32_t token) const { return traits_[token]; }
  /// The traits of all those words together.
  [[nodiscard]] std::uint32_t all_traits() const { return all_traits_; }

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
  struct ListHits {
    std::uint32_t begin = 0;  ///< In `sorted_`.
    std::uint32_t count = 0;
    std::uint32_t longest = 0;  ///< In bytes, of the hits and of their tokens.
    std::uint32_t last = 0;     ///< The first token of the hit that was laid down last.
    bool out_of_order = false;
  };
  /// Something that an alternative may look for beside what set it off: a hit of a list, or the
  /// fragments that end in a state.
  struct Piece {
    Range tokens;
    std::uint32_t list = 0;  ///< 0: it is fragments.
    std::uint32_t state = 0;
    std::uint32_t next_begun = 0, next_ended = 0;  ///< Another with the same begin or end, + 1.
  };
  struct Pending {
    std::uint32_t use = 0;
    std::uint32_t need = 0;  ///< The use's.
    Range tokens;
    std::uint32_t next = 0;
  };

  void clear(const PhraseTables& tables);
  void find_classes();
  void walk();
  void reach(std::uint32_t state, Range tokens);
  void set_off(std::uint32_t uses, std::uint32_t end, Range tokens);
  void add_piece(Range tokens, ListId list, std::uint32_t state);
  void add_hit(const UseRecord& use, Range tokens, std::uint32_t captures);
  void add_hit(ListId list, std::uint32_t alternative, Range tokens, Span text);
  void push_hit(const Hit& hit, bool is_followed);
  [[nodiscard]] bool fits_sentence(std::uint32_t flags, Range& tokens) const;
  void find_expressions(const Expressions& expressions);
  void follow_hits();
  /// The fragments that end in a state and are looked for beside others.
  [[nodiscard]] std::span<const std::uint32_t> kept(std::uint32_t state) const {
    const StateRecord* record = &tables_->states[state];
    return tables_->kept.subspan(record[0].kept, record[1].kept - record[0].kept);
  }
  [[nodiscard]] bool may_fit(const Pending& pending) const;
  void join(const Pending& pending);
  void sort_hits();
  [[nodiscard]] std::uint32_t next_state(const StateRecord& state, Symbol symbol) const;

  const PhraseTables* tables_ = nullptr;
  const Document* document_ = nullptr;
  std::span<const Token> tokens_;
  std::span<const std::uint32_t> sentences_;  ///< By token.
  std::uint32_t where_ = in_draft;
  std::vector<Symbol> symbols_;
  std::vector<std::uint32_t> traits_;  ///< By token.
  std::uint32_t all_traits_ = 0;
  std::vector<Hit> hits_;                 ///< As they are found.
  std::vector<std::uint32_t> to_follow_;  ///< Hits that others look for, with room for more.
  std::size_t to_follow_count_ = 0;
  std::vector<Hit> sorted_;  ///< By list and place.
  std::vector<Expressions::Match> matches_;
  std::vector<Range> captures_;
  std::vector<ListHits> lists_;
  std::vector<ListId> found_lists_;  ///< With room for more.
  std::size_t found_count_ = 0;
  std::vector<Piece> pieces_;
  std::vector<NeedBits> met_;                 ///< By sentence.
  std::vector<std::uint32_t> begun_, ended_;  ///< By token: the last piece that begins, ends there.
  std::vector<Pending> pending_;
  std::vector<std::uint32_t> pending_heads_;
};

}  // namespace tonelint
