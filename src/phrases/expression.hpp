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

  struct Match {
    std::uint32_t alternative;
    Span span;
  };
  /// Adds the matches of the expressions in a text, in no set order. `where`: in_draft, in_message
  /// ….
  void find(const PhraseTables& tables, std::uint32_t where, std::string_view text,
            std::vector<Match>& matches) const;

 private:
  struct Compiled;
  [[nodiscard]] const Compiled& compiled(const PhraseTables& tables, std::uint32_t index) const;

  std::unique_ptr<Compiled[]> compiled_;
};

}  // namespace tonelint
