#pragma once

/// @file
/// What a front end in a terminal needs besides the formats: text in colours, broken at the width.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "tonelint/output.hpp"

// The shared library exports what is declared here, and hides all else.
#pragma GCC visibility push(default)
namespace tonelint {

/// The version of the library, such as "0.1.0".
[[nodiscard]] std::string_view version();

/// How many columns a text takes in a terminal: none for a combining mark, two for an emoji.
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// For “did you mean …?”: the word of `known` that `wanted` was probably meant to be, or nothing.
[[nodiscard]] std::string_view nearest(std::string_view wanted,
                                       std::span<const std::string_view> known);

/// What a text means, from which its colour follows.
enum class Style : std::uint8_t { plain, strong, faint, error, warning, suggestion, good };

/// The style of a level.
[[nodiscard]] Style style_of(Level level);

/// Text on its way to a terminal. Control characters, invalid bytes and marks of direction become
/// visible, so that no draft, file name or guide can play tricks on who reads it.
///
/// @code
/// std::string out;
/// tonelint::TerminalText text(out, {.colour = true, .width = 60});
/// text.add(tonelint::Style::strong, "unfortunately");
/// text.line_end();
/// text.wrap(tonelint::Style::plain, rule.why, 2);
/// text.line_end();
/// @endcode
class TerminalText {
 public:
  /// Appends to `out`, which outlives this.
  TerminalText(std::string& out, const OutputOptions& options);

  /// Adds text to the line, however long it gets. `underlined` shows only with colours.
  void add(Style style, std::string_view text, bool underlined = false);
  /// Adds words and breaks the line between them. Whatever follows the first line begins at column
  /// `indent`, as does the first line when nothing stands on it yet. Keeps line breaks of the text
  /// as spaces.
  void wrap(Style style, std::string_view text, std::size_t indent);
  /// Adds spaces up to a column, from 0; one at least when the line is longer.
  void tab_to(std::size_t column);
  void line_end();

  [[nodiscard]] bool colour() const { return colour_; }
  [[nodiscard]] std::size_t width() const { return width_; }
  [[nodiscard]] std::size_t column() const { return column_; }

 private:
  void begin(Style style, bool underlined);
  void end(Style style, bool underlined);
  void put(std::string_view text);

  std::string& out_;
  std::size_t width_;
  std::size_t column_ = 0;
  bool colour_;
};

}  // namespace tonelint
#pragma GCC visibility pop
