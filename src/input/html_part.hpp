#pragma once

#include <string_view>

#include "input/rich_text.hpp"

namespace tonelint {

/// Reads a part of `source` as HTML into `out`: a whole source, or a block of HTML in Markdown.
void read_html_part(std::string_view source, Span part, RichText& out);

/// Whether a tag is how a helpdesk writes a placeholder: `<attribute key="first_name">`,
/// `<variable id="1">`.
[[nodiscard]] bool is_placeholder_tag(std::string_view tag);

}  // namespace tonelint
