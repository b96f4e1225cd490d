#pragma once

#include <bitset>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "phrases/syntax.hpp"
#include "phrases/tables.hpp"

namespace tonelint {

/// Whether RE2 can take the expression of a phrase `/…/`; what is wrong, if not.
[[nodiscard]] std::optional<PhraseProblem> check_expression(std::string_view expression);

/// Two neighbouring bytes, each one of a set, that stand in every match of an expression.
struct NeededPair {
  std::bitset<256> first, second;
  std::optional<std::uint32_t> offset;  ///< Their place in the match, if it is always the same.
};

/// The rarest of them, at most four, the rarest first. Empty when nothing can be told.
[[nodiscard]] std::vector<NeededPair> needed_pairs(std::string_view expression);

/// The expressions of a guide, each compiled when it is first needed. Any number of threads may ask
/// at once.
class Expressions {
 public:
  explicit Expressions(std::size_t count);
  ~Expressions();
  Expressions(const Expressions&) = delete;
  Expressions& operator=(const Expressions&) = delete;

  /// Calls `found` with the alternative and each match of the expressions in a text, in no set
  /// order. `where` is in_draft or in_message.
  template <class Found>
  void scan(const PhraseTables& tables, std::uint32_t where, std::string_view text,
            Found found) const {
    thread_local std::vector<Start> starts;
    const std::uint64_t pairs = find_pairs(tables, text, starts);
    for (std::uint32_t i = 0; i < tables.expressions.size(); ++i) {
      const ExpressionRecord& record = tables.expressions[i];
      if ((record.pairs & ~pairs) != 0) continue;
      if ((tables.alternatives[record.alternative].flags & where) == 0) continue;
      for (std::size_t at = 0;;) {
        const Span match = next_match(tables, i, text, at, starts);
        if (match.empty()) break;
        found(record.alternative, match);
        at = match.end;
      }
    }
  }

 private:
  /// Where a pair stands that tells where a match may begin.
  struct Start {
    std::uint64_t pairs;
    std::size_t at;
  };
  /// The pairs that stand in a text, as bits.
  static std::uint64_t find_pairs(const PhraseTables& tables, std::string_view text,
                                  std::vector<Start>& starts);

  struct Compiled;
  [[nodiscard]] Span next_match(const PhraseTables& tables, std::uint32_t index,
                                std::string_view text, std::size_t from,
                                std::span<const Start> starts) const;

  std::unique_ptr<Compiled[]> compiled_;
};

}  // namespace tonelint
