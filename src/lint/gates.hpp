#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "checks/check.hpp"

namespace tonelint {

/// The gates of a guide's rules that a draft finds open. Reusing one keeps its buffers.
class Gates {
 public:
  /// Goes through the rules whose phrases were found, and those that look for themselves. `all`:
  /// opens every gate of theirs.
  void choose(const RuleTables& tables, const Document& document, const Scan& scan,
              const Facts& facts, bool all);

  [[nodiscard]] std::span<const RuleGate* const> open() const { return open_; }

 private:
  std::vector<const RuleGate*> open_;
  std::vector<std::uint64_t> found_;  ///< Bits by ListId: something of it was found.
};

}  // namespace tonelint
