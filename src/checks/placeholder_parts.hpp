#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.hpp"
#include "checks/helpdesks.hpp"
#include "document/document.hpp"
#include "tonelint/source.hpp"

namespace tonelint {

/// A placeholder of a helpdesk's syntax, taken apart. Spans count in the text of the reply.
struct PlaceholderParts {
  std::string_view open;  ///< "{{", "{%", "#{", "%{" or "<".
  Span whole;
  Span name;    ///< "ticket.requester.first_name", with indexes in brackets.
  Span behind;  ///< From the name's end to the close: filters and fallback, with white space.
  enum class Behind : std::uint8_t {
    nothing,
    filters,  ///< "| upcase | default: 'x'"
    comma,    ///< ",fallback=there"
    other,    ///< Something else: no plain variable.
  };
  Behind kind = Behind::nothing;
};

/// A filter with what it is given: `default` of "| default: 'there'".
struct FilterPart {
  Span name;
  Span whole;  ///< With its sign before and what it is given.
};

/// Takes a placeholder apart. Nothing where it is none that a helpdesk would fill in: "[NAME]",
/// "{name}", "XXX", words in quotation marks.
[[nodiscard]] std::optional<PlaceholderParts> parts_of(std::string_view text, Span placeholder);

/// The filters of one, in order.
[[nodiscard]] std::vector<FilterPart> filters_of(std::string_view text,
                                                 const PlaceholderParts& parts);

/// The names in a control tag or behind a filter that look like variables: words with a dot.
[[nodiscard]] std::vector<Span> names_in_tag(std::string_view text, Span tag);

/// A name as the tables have it: without what stands in brackets, and in Liquid without its
/// ".size", ".first" and ".last".
[[nodiscard]] std::string plain_name(std::string_view name, bool liquid);

/// The first word of a control tag: "if", "endif", "else".
[[nodiscard]] std::string_view word_of_tag(std::string_view tag);

/// A rule that has spoken so often of one reply has said enough.
inline constexpr std::size_t most_findings = 500;

/// Whether words ask for a fallback: "fallback=there", `default: "there"`.
[[nodiscard]] bool says_fallback(std::string_view words);

[[nodiscard]] inline bool has_placeholders(const Document& document) {
  return document.has(Token::Kind::placeholder) || document.has(Token::Kind::control);
}

/// Whether a span is set as code: a placeholder that is shown, not filled in.
[[nodiscard]] bool is_set_as_code(const Document& document, Span span);

/// Whether a rule about placeholders sees a token: where `in` says so, and without it all but
/// quotes and code.
[[nodiscard]] bool is_placeholder_in_scope(const Subject& subject, std::uint32_t token);

}  // namespace tonelint
