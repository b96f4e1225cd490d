#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tonelint/diagnostic.hpp"

namespace tonelint {

/// A text after edits of edits, which still knows what of it is the source's.
class EditedText {
 public:
  /// The source as it is; it outlives this.
  explicit EditedText(std::string_view source);

  /// Makes edits in the text as it now is. They are in order and do not overlap.
  void apply(std::span<const Edit> edits);
  /// All edits so far as edits of the source, in order, without overlap.
  [[nodiscard]] std::vector<Edit> edits() const;

 private:
  struct Piece {
    bool kept;  ///< Bytes of the source at `source`; else `text`.
    Span source;
    std::string text;
    [[nodiscard]] std::uint32_t size() const {
      return kept ? source.size() : static_cast<std::uint32_t>(text.size());
    }
    [[nodiscard]] Piece part(std::uint32_t begin, std::uint32_t end) const;
  };

  std::uint32_t source_size_;
  std::vector<Piece> pieces_;
};

}  // namespace tonelint
