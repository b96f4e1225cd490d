#pragma once

#include <span>
#include <string>
#include <string_view>

#include "input/reply.hpp"
#include "tonelint/source.hpp"

namespace tonelint {

/// One syntax: how its bytes become a reply, and how new text is written into them.
struct Reader {
  Syntax syntax;
  std::string_view name;     ///< As in `--syntax markdown`.
  std::string_view endings;  ///< File name endings, separated by spaces: ".md .markdown".
  /// Reads a whole source. `reply` is emptied first, its buffers kept.
  void (*read)(std::string_view bytes, Reply& reply);
  /// Escapes plain text so that it reads as itself when put at `span` of the source.
  std::string (*escape)(std::string_view text);
};

/// All readers, in the order they are shown.
[[nodiscard]] std::span<const Reader> readers();
/// The reader for a source: its syntax, else by the ending of its name, else plain text.
[[nodiscard]] const Reader& reader_for(const Source& source);

}  // namespace tonelint
