#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "input/html_token.hpp"

namespace tonelint {

/// What an element does to the text in it.
enum class HtmlRole : std::uint8_t {
  inlined,  ///< Nothing: the words in it join those around it.
  block,    ///< Begins and ends a line.
  paragraph,
  heading,
  quote,
  preformatted,
  list,
  item,
  row,
  cell,
  rule,
  strong,
  code,
  link,
  image,
  line_break,
  empty,        ///< Never holds anything and says nothing: `<input>`.
  hidden,       ///< Not shown: `<head>`.
  raw,          ///< Not shown, and holds no tags: `<script>`.
  placeholder,  ///< A helpdesk's placeholder, see is_placeholder_tag.
};

struct HtmlElement {
  std::string_view name;
  HtmlRole role = HtmlRole::inlined;
  bool spaced = false;  ///< A blank line stands before and after it.
};

/// The element of this name in any case; unknown ones are inlined.
[[nodiscard]] const HtmlElement& element_named(std::string_view name);
/// A number for each known element, for tables beside this one.
[[nodiscard]] std::size_t index_of(const HtmlElement& element);
[[nodiscard]] std::size_t element_count();
/// Whether it begins and ends a line.
[[nodiscard]] bool is_block(HtmlRole role);

/// What the attributes of a start tag say beyond its name.
struct HtmlNature {
  bool hidden = false;
  bool quote = false;          ///< A mail program's or helpdesk's container of history.
  bool quote_follows = false;  ///< All that follows it is history.
  bool signature = false;
  bool tight = false;  ///< No blank line around it, though its name says so.
  enum class White : std::uint8_t { inherited, collapsed, kept } white = White::inherited;
};
[[nodiscard]] HtmlNature nature_of(std::string_view attributes);

}  // namespace tonelint
