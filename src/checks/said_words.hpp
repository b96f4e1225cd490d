#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace tonelint {

/// What the customer's message says, folded once, when it is first asked.
class SaidWords {
 public:
  void forget() { all_.clear(); }
  /// Whether a message has a word in any of its forms, or an address as it is. Until all is
  /// forgotten, it is taken to be the same message.
  [[nodiscard]] bool has(const Document& message, Token::Kind kind, std::string_view bytes);

 private:
  std::vector<std::size_t> all_;  ///< Hashes, in order.
};

}  // namespace tonelint
