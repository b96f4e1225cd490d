#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "tonelint/source.hpp"

namespace tonelint {

/// Where each byte of a reply's text came from in the source. A reader appends pieces while it
/// reads, in order of the text; nothing is ever searched for afterwards.
class SourceMap {
 public:
  /// The whole text is the source's bytes, beginning at `source_begin`: the usual plain-text case,
  /// which needs no pieces.
  static SourceMap identity(std::uint32_t source_begin = 0);
  /// An empty map again, which keeps its memory.
  void clear();
  /// As `identity`, in place.
  void make_identity(std::uint32_t source_begin);

  /// The next `size` bytes of the text are those at `source` of the source.
  void verbatim(std::uint32_t source, std::uint32_t size);
  /// The next `size` bytes of the text stand for the source bytes `source` (an entity, an escape,
  /// an invalid byte). An edit takes or leaves such a piece whole.
  void replaced(Span source, std::uint32_t size);
  /// The next `size` bytes of the text stand for nothing in the source (the blank line between two
  /// blocks of HTML); `source` is where they would be.
  void inserted(std::uint32_t source, std::uint32_t size);

  /// The source bytes that a span of the text came from: from the first byte of its first piece's
  /// share to the end of its last. Never cuts a replaced piece in half. An empty span gives the
  /// place between.
  [[nodiscard]] Span to_source(Span text) const;

  /// The source bytes to replace when an edit replaces `text`, or nothing when the edit would cut
  /// an escape in half or swallow a tag or other bytes that are not text.
  [[nodiscard]] std::optional<Span> editable(Span text) const;

  /// One run of text and where it came from.
  struct Piece {
    enum class Kind : std::uint8_t { verbatim, replaced, inserted };
    std::uint32_t text = 0;  ///< Where the piece begins in the text.
    std::uint32_t size = 0;  ///< Its length there.
    Span source;
    Kind kind = Kind::verbatim;
  };
  /// For tests: all pieces in order. Empty for an identity map.
  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
  [[nodiscard]] bool is_identity() const { return identity_; }

 private:
  void append(Span source, std::uint32_t size, Piece::Kind kind);
  /// The piece that the byte `text` lies in; the last one for the end of the text.
  [[nodiscard]] const Piece& piece_at(std::uint32_t text) const;

  std::vector<Piece> pieces_;
  std::uint32_t text_size_ = 0;
  std::uint32_t identity_begin_ = 0;
  bool identity_ = false;
};

}  // namespace tonelint
