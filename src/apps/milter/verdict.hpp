#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "apps/milter/mail.hpp"
#include "tonelint/lint.hpp"

namespace tonelint::milter {

/// What comes of a mail. None of it holds words of the mail, which customers and logs would see.
struct Verdict {
  std::string_view name = "unchecked";  ///< "pass", "warn", "block" or "unchecked".
  std::vector<std::pair<std::string, std::string>> headers;  ///< To be added.
  std::string reason;  ///< For a "block": one line of ASCII that says what to change.
  std::size_t errors = 0, warnings = 0, suggestions = 0;
};

/// All headers that a verdict adds begin so.
inline constexpr std::string_view header_prefix = "X-Tonelint-";

/// Checks what was read of a mail.
[[nodiscard]] Verdict verdict_of(const Guide& guide, const Mail& mail);
/// What is said of a mail that was not checked.
[[nodiscard]] Verdict unchecked(std::string_view why);

}  // namespace tonelint::milter
