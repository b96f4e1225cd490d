#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tonelint/source.hpp"

namespace tonelint {

struct Reply;

/// A comment in the source that asks for silence: `<!-- tonelint-disable-line rule -- reason -->`.
/// It is no text of the reply. All spans count in the source.
struct Suppression {
  enum class Kind : std::uint8_t {
    next_line,  ///< tonelint-disable-next-line
    line,       ///< tonelint-disable-line
    begin,      ///< tonelint-disable
    end,        ///< tonelint-enable
    unknown,    ///< Another word that begins so: a slip.
  };
  Kind kind = Kind::unknown;
  Span source;              ///< The whole comment, from its first sign to its last.
  Span word;                ///< "tonelint-disable-line".
  std::vector<Span> rules;  ///< As they are named. None: all rules.
  Span reason;              ///< What stands behind " -- ", without white space; may be empty.
};

/// The words that comments begin with, by Suppression::Kind.
inline constexpr std::string_view suppression_words[] = {
    "tonelint-disable-next-line", "tonelint-disable-line", "tonelint-disable", "tonelint-enable"};

/// Finds the comments of `bytes` that speak to tonelint, in order: `<!-- … -->` where the reply's
/// syntax has such comments, and those of template languages, `{# … #}` and
/// `{% comment %}…{% endcomment %}`, in every syntax. One that its syntax does not hide is a
/// problem of the reply.
void find_suppressions(std::string_view bytes, Reply& reply);

/// The first comment that lies in a span of the source at least in part, or null.
[[nodiscard]] const Suppression* suppression_in(const std::vector<Suppression>& all, Span source);

}  // namespace tonelint
