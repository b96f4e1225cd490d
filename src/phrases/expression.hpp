#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "phrases/syntax.hpp"
#include "phrases/tables.hpp"

namespace tonelint {

/// Whether RE2 can take the expression of a phrase `/…/`; what is wrong, if not.
[[nodiscard]] std::optional<PhraseProblem> check_expression(std::string_view expression);

/// A pair of neighbouring bytes as a number below 65,536.
[[nodiscard]] constexpr std::uint32_t pair_bit(unsigned char first, unsigned char second) {
  return first * 256U + second;
}

/// Sets of pairs; of each set at least one pair stands in every text that the expression can match.
/// A set is its size and then its pairs. Empty when nothing can be told.
[[nodiscard]] std::vector<std::uint32_t> needed_pairs(std::string_view expression);

/// The expressions of a guide, each compiled when it is first needed. Any number of threads may ask
/// at once.
class Expressions {
 public:
  explicit Expressions(std::size_t count);
  ~Expressions();
  Expressions(const Expressions&) = delete;
  Expressions& operator=(const Expressions&) = delete;

  /// Calls `found` with each match of the expressions in a text, in no set order.
  template <class Found>
  void scan(const PhraseTables& tables, std::uint32_t where, std::string_view text,
            Found found) const {
    const PairsOfText pairs(text);
    for (std::uint32_t i = 0; i < tables.expressions.size(); ++i) {
      const std::uint32_t alternative = tables.expressions[i].alternative;
      if ((tables.alternatives[alternative].flags & where) == 0) continue;
      if (!pairs.may_match(tables, tables.expressions[i])) continue;
      for (std::size_t at = 0;;) {
        const Span match = next_match(tables, i, text, at);
        if (match.empty()) break;
        found(alternative, match);
        at = match.end;
      }
    }
  }

 private:
  /// The pairs that stand in a text.
  class PairsOfText {
   public:
    explicit PairsOfText(std::string_view text);
    [[nodiscard]] bool may_match(const PhraseTables& tables, const ExpressionRecord& record) const;

   private:
    std::uint64_t bits_[1024] = {};
  };

  struct Compiled;
  [[nodiscard]] Span next_match(const PhraseTables& tables, std::uint32_t index,
                                std::string_view text, std::size_t from) const;

  std::unique_ptr<Compiled[]> compiled_;
};

}  // namespace tonelint
