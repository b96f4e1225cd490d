#pragma once

/// @file
/// Byte offsets in the units of editors and browsers. JavaScript counts UTF-16 units:
///
/// @code
/// tonelint::Offsets offsets;
/// offsets.build(source.bytes);
/// for (const tonelint::Diagnostic& found : report.diagnostics) {
///   mark(offsets.at(found.span.begin).utf16, offsets.at(found.span.end).utf16);
/// }
/// @endcode

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tonelint/source.hpp"

// The shared library exports what is declared here, and hides all else.
#pragma GCC visibility push(default)
namespace tonelint {

/// Byte offsets of a source in the units that other programs count in.
class Offsets {
 public:
  struct Units {
    std::uint32_t code_points = 0;
    std::uint32_t utf16 = 0;
  };

  /// One pass over `bytes`, which the caller keeps alive. Reusing one object keeps its memory.
  void build(std::string_view bytes);
  /// Behind the end it is what the end has.
  [[nodiscard]] Units at(std::size_t byte) const;

 private:
  /// A place to count from, so that no offset is more than a step away.
  struct Step {
    Units units;
    std::size_t byte = 0;
  };

  std::string_view bytes_;
  std::size_t ascii_ = 0;  ///< So many bytes from the beginning are ASCII.
  std::vector<Step> steps_;
};

/// The place where a span ends that begins at `begin`.
[[nodiscard]] Position end_of(std::string_view bytes, Span span, Position begin);

}  // namespace tonelint
#pragma GCC visibility pop
