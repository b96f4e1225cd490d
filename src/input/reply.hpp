#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "input/suppression.hpp"
#include "text/source_map.hpp"
#include "tonelint/diagnostic.hpp"
#include "tonelint/source.hpp"

namespace tonelint {

/// What a stretch of reply text is, as its syntax says. Blocks do not overlap, are in order, and
/// leave out nothing but white space between them; in plain text also bullets and dividing lines.
struct Block {
  enum class Kind : std::uint8_t {
    paragraph,
    heading,
    list_item,  ///< One item, without its bullet or number; a nested list is items of its own.
    quote,      ///< Quoted history or a quoted passage: not the agent's words.
    code,       ///< A code block, preformatted text, a log.
    table,      ///< One row.
    signature,  ///< A container that a helpdesk marks as signature.
  };
  Span text;  ///< Bytes of the reply's text.
  Kind kind = Kind::paragraph;
  std::uint8_t depth = 0;
};

/// Inline marks that decide what counts as the agent's prose. They may nest; in order of begin.
struct Mark {
  enum class Kind : std::uint8_t { code, strong, link, image };
  Span text;
  Kind kind = Kind::code;
  std::string_view target;  ///< link, image: the address, a view into the source; may be escaped.
};

/// One customer-facing text, as the customer reads it. UTF-8, always valid. Filled by a reader;
/// reusing one object over many replies keeps its buffers.
struct Reply {
  std::string_view text;  ///< Into the source where nothing had to be changed, else into `buffer`.
  std::string buffer;
  SourceMap map;
  Syntax syntax = Syntax::text;
  std::vector<Block> blocks;
  std::vector<Mark> marks;
  std::vector<Suppression> suppressions;  ///< In order; none of them is part of the text.
  /// What of the source is to be left out: tags of a template and the branches that are not taken.
  /// In order, without overlap. The caller says so before a reader reads; readers let it be.
  std::vector<Span> left_out;
  /// Problems of the bytes (invalid UTF-8, NUL), in source bytes; `position` is not filled in yet.
  std::vector<Diagnostic> problems;
};

}  // namespace tonelint
