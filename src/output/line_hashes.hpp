#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tonelint {

/// The fingerprints by which code scanning knows a line again when others move it: one for each
/// line, of its next hundred UTF-16 units without spaces and tabs. They are those that the upload
/// action of GitHub computes, so it finds nothing to complain of.
///
/// With u the units, behind the end once 65535 and then zeros, the hash is the sum of
/// u[i] · 37^(99-i) modulo 2^64. Line ends count as one line feed.
class LineHashes {
 public:
  /// Linear in the size of `bytes`. Reusing one object keeps its memory.
  void build(std::string_view bytes);
  /// "c129715d7a2bc9a3:1": the hash of a line, which counts from 1, and the how manieth of the
  /// source with that hash it is.
  [[nodiscard]] std::string text(std::size_t line) const;

 private:
  struct Line {
    std::uint64_t hash = 0;
    std::uint32_t repeat = 1;
  };
  std::vector<Line> lines_;
};

}  // namespace tonelint
