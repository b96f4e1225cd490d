#pragma once

#include <cstdint>
#include <string_view>

#include "text/line_index.hpp"
#include "tonelint/offsets.hpp"

namespace tonelint {

/// Where the bytes of a source are for programs that count columns in bytes or in UTF-16. Lines and
/// columns begin at 1.
class Places {
 public:
  struct Place {
    std::uint32_t line = 1;
    std::uint32_t byte_column = 1;  ///< A byte order mark counts, as for those who read bytes.
    std::uint32_t utf16_column = 1;
    std::uint32_t utf16 = 0;  ///< From the beginning of the text, behind a byte order mark.
  };

  /// One pass over `bytes`, which the caller keeps alive.
  void build(std::string_view bytes);
  [[nodiscard]] Place at(std::uint32_t byte) const;

 private:
  LineIndex lines_;
  Offsets offsets_;
  std::uint32_t mark_ = 0;  ///< How many bytes the byte order mark has.
};

}  // namespace tonelint
