#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tonelint/source.hpp"

namespace tonelint {

/// A tag of Liquid, which saved replies choose their words with: `{% if … %}`.
struct TemplateTag {
  enum class Kind : std::uint8_t {
    begin_if,  ///< if, unless
    begin_case,
    begin_for,
    begin_hidden,  ///< comment, capture: what stands in it is not shown there.
    begin_raw,     ///< Tags within are text.
    elsif,
    when,
    otherwise,  ///< else
    end,
    other,  ///< assign, cycle …
  };
  Kind kind = Kind::other;
  Span span;              ///< From "{%" to behind "%}".
  std::string_view word;  ///< "if", "endif": a view into what was read.
};

/// Whether "{% word … %}" is a tag. Any other word there is a variable of helpdesks that write them
/// so (Help Scout, FreeScout, UVdesk).
[[nodiscard]] bool is_template_word(std::string_view word);

/// The tag that begins with "{%" at `at`; its span is empty where none does, or where it is never
/// closed.
[[nodiscard]] TemplateTag template_tag_at(std::string_view text, std::uint32_t at);

/// The tag that a word which is none was probably meant to be: "elsif" for "elseif". May be empty.
[[nodiscard]] std::string_view meant_template_word(std::string_view word);

/// No reply has more tags. One with more is hostile, and not worth the time.
inline constexpr std::size_t most_template_tags = 500;

/// Finds the tags of a text, in order. What stands in `raw` and `comment` has none.
void find_template_tags(std::string_view text, std::vector<TemplateTag>& tags);

/// The tags without a partner, by their place in `tags`: an `if` that nothing ends, an `endif` too
/// many, an `else` outside.
[[nodiscard]] std::vector<std::size_t> lonely_tags(std::span<const TemplateTag> tags);

}  // namespace tonelint
