#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/source_map.hpp"
#include "tonelint/library.hpp"

/// How texts are written in JSON, CSV and YAML: reading them with their places, and writing into
/// them.
namespace tonelint {

/// A scalar where it stands.
struct Scalar {
  std::string_view file;
  Span written;
  Writing writing = Writing::other;
  char separator = ',';
  std::uint32_t indent = 0;
};
[[nodiscard]] inline Scalar scalar_of(const SavedReply& reply) {
  return {reply.file.bytes, reply.written, reply.writing, reply.separator, reply.indent};
}

/// A text without its escapes, and where each byte of it stands in the file.
struct Unescaped {
  std::string text;
  SourceMap map;
  std::vector<Diagnostic> problems;  ///< Escapes that mean nothing.
  /// Of a JSON string: whether it is kept free of all but ASCII. Looked for when first asked.
  mutable std::optional<bool> ascii;
};

/// Takes the escapes out of a scalar. `out` is emptied first, its memory kept.
void unescape(const Scalar& scalar, Unescaped& out);

/// Edits of the text as edits of the file: each in its place and escaped; where the way of writing
/// cannot hold the result, the whole scalar is written anew. Nothing: it cannot be done. The edits
/// are in order and do not overlap.
[[nodiscard]] std::optional<std::vector<Edit>> edits_in_file(const Scalar& scalar,
                                                             const Unescaped& now,
                                                             std::span<const Edit> edits);

// Each format has a file of its own.
void unescape_json(std::string_view file, Span written, Unescaped& out);
[[nodiscard]] std::string escape_json_string(std::string_view text, bool ascii);
void unescape_csv(std::string_view file, Span written, Unescaped& out);
/// Whether a field without quotation marks can hold a text.
[[nodiscard]] bool fits_csv_bare(std::string_view text, char separator);
void unescape_yaml(const Scalar& scalar, Unescaped& out);
/// Plain text as it is written within a scalar of this style, which may not be able to hold it.
[[nodiscard]] std::string escape_yaml(std::string_view text, Writing writing, std::uint32_t indent,
                                      std::string_view line_break);

}  // namespace tonelint
