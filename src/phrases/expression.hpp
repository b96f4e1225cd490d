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

/// Lower-case strings of which at least one stands in every text the expression can match; none
/// when that cannot be told. Found by RE2 itself.
[[nodiscard]] std::vector<std::string> expression_atoms(std::string_view expression);

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
  void scan(const PhraseTables& tables, std::string_view text, Found found) const {
    const AtomFilter filter(text);
    for (std::uint32_t i = 0; i < tables.expressions.size(); ++i) {
      if (!may_match(tables, i, text, filter)) continue;
      for (std::size_t at = 0;;) {
        const Span match = next_match(tables, i, text, at);
        if (match.empty()) break;
        found(tables.expressions[i], match);
        at = match.end;
      }
    }
  }

 private:
  /// The pairs of neighbouring bytes of a text, capitals and small letters alike: what is not among
  /// them need not be searched for.
  class AtomFilter {
   public:
    explicit AtomFilter(std::string_view text);
    [[nodiscard]] bool may_hold(std::string_view atom) const;

   private:
    std::uint64_t pairs_[64] = {};
  };

  struct Compiled;
  [[nodiscard]] bool may_match(const PhraseTables& tables, std::uint32_t index,
                               std::string_view text, const AtomFilter& filter) const;
  [[nodiscard]] Span next_match(const PhraseTables& tables, std::uint32_t index,
                                std::string_view text, std::size_t from) const;

  std::unique_ptr<Compiled[]> compiled_;
};

}  // namespace tonelint
