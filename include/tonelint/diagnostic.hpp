#pragma once

/// @file
/// What tonelint says: diagnostics, the rewrites they offer, and the report that holds them.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tonelint/source.hpp"

// The shared library exports what is declared here, and hides all else.
#pragma GCC visibility push(default)
namespace tonelint {

/// How much a finding weighs. An error holds the reply back.
enum class Level : std::uint8_t { suggestion, warning, error };

/// "suggestion", "warning" or "error".
[[nodiscard]] std::string_view name_of(Level level);

/// Replaces the bytes at `span` of the source by `text`, which is already escaped for the syntax.
/// An empty span inserts.
struct Edit {
  Span span;
  std::string text;

  friend bool operator==(const Edit&, const Edit&) = default;
};

/// A text after edits, which are in order of their spans and without overlap.
///
/// @code
/// for (const auto& rewrite : found.rewrites) {
///   if (!rewrite.edits.empty()) offer(tonelint::with_edits(draft, rewrite.edits));
/// }
/// @endcode
[[nodiscard]] std::string with_edits(std::string_view text, std::span<const Edit> edits);

/// What then stands in the place of a part of the text, in which all of the edits lie.
[[nodiscard]] std::string with_edits(std::string_view text, std::span<const Edit> edits, Span part);

/// A suggested edit.
struct Rewrite {
  std::string text;  ///< To be shown: the sentence as it would then read, or what is added.
  std::vector<Edit>
      edits;          ///< In order of their spans, without overlap. Empty: it cannot be applied
                      ///< without cutting an escape or a tag in half, and is only shown.
  bool safe = false;  ///< May be applied blindly: a correct sentence with the same meaning.
};

/// Another place that a finding speaks of: that of the earlier of two replies which are alike.
struct RelatedPlace {
  std::string file;
  Position position;
  std::string name;  ///< Of the saved reply; empty for a draft of its own.
  std::string id;    ///< The same.

  friend bool operator==(const RelatedPlace&, const RelatedPlace&) = default;
};

/// One thing to look at, in source bytes. The views point into the guide that made it.
struct Diagnostic {
  std::string_view rule;  ///< The rule's id, or one such as "guide/unknown-key" for a problem.
  Level level = Level::warning;
  Span span;            ///< Bytes of the source. Empty where something is missing.
  Position position;    ///< Where `span` begins.
  std::string message;  ///< For the agent. Plain text, one sentence or two.
  std::string match;    ///< The words of the reply it talks about, as the customer reads them.
  std::vector<Rewrite> rewrites;  ///< Best first.
  std::string_view why;           ///< May be empty, as the next two.
  std::string_view category;
  std::string_view link;
  Span in_text = {};  ///< The words in Report::text, when LintOptions::text asks for it.
  std::vector<RelatedPlace> related = {};  ///< Of a finding of `AcrossLibrary`.
  /// Of a reply with Liquid tags: where it is so in one branch alone, the tag that begins it:
  /// "{% else %}", or "without {% if vip %}". Empty: in all of them.
  std::string branch = {};
};

/// A finding that somebody has asked to keep silent about.
struct Suppressed {
  enum class By : std::uint8_t { comment, guide };
  Diagnostic diagnostic;
  By by = By::comment;  ///< A comment in the source, or `suppress` in the guide.
  std::string reason;   ///< As given; empty when a comment gives none.
};

}  // namespace tonelint
#pragma GCC visibility pop
