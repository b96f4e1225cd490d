#pragma once

/// @file
/// What is checked: the bytes of one file or request, and places in them.

#include <cstdint>
#include <string>
#include <string_view>

// The shared library exports what is declared here, and hides all else.
#pragma GCC visibility push(default)
namespace tonelint {

/// A range of bytes, half open: `begin` is in it, `end` is not. Whether it counts in the source or
/// in the text of a reply is said where it is used; public types count in the source.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  friend constexpr bool operator==(Span, Span) = default;
  friend constexpr auto operator<=>(Span, Span) = default;  // NOLINT(modernize-use-nullptr)
};

/// A place as people count it. Lines and columns start at 1; a column counts code points, so it is
/// the same in every encoding. Lines end at LF, CRLF or a lone CR.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend constexpr bool operator==(Position, Position) = default;
};

/// How the bytes are written. `automatic` decides by the name of the source (`.md`, `.html`, else
/// plain text).
enum class Syntax : std::uint8_t { automatic, text, markdown, html };

/// Whether the name of a file ends as those of drafts do: .txt, .text, .md, .markdown, .html or
/// .htm.
[[nodiscard]] bool has_draft_ending(std::string_view name);

/// The bytes of one file or request.
///
/// Ownership: a Source holds views; the caller keeps the bytes alive as long as a Report is read.
/// Any bytes will do: invalid UTF-8 is reported and read as U+FFFD. At most 2^32 - 1 bytes.
///
/// @code
/// tonelint::Source draft{.name = "draft.txt", .bytes = text};
/// @endcode
struct Source {
  std::string_view name;
  std::string_view bytes;
  Syntax syntax = Syntax::automatic;
};

}  // namespace tonelint
#pragma GCC visibility pop
