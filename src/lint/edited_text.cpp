#include "lint/edited_text.hpp"

#include <algorithm>

namespace tonelint {

EditedText::EditedText(std::string_view source)
    : source_size_(static_cast<std::uint32_t>(source.size())),
      pieces_{{true, {0, source_size_}, {}}} {}

EditedText::Piece EditedText::Piece::part(std::uint32_t begin, std::uint32_t end) const {
  if (kept) return {true, {source.begin + begin, source.begin + end}, {}};
  return {false, {}, text.substr(begin, end - begin)};
}

void EditedText::apply(std::span<const Edit> edits) {
  std::vector<Piece> pieces;
  std::size_t next = 0;      // the piece we are in,
  std::uint32_t inside = 0;  // how far,
  std::uint32_t at = 0;      // and where that is in the text
  const auto pass = [&](std::uint32_t until, bool keep) {
    while (at < until) {
      const Piece& piece = pieces_[next];
      const std::uint32_t end = std::min(piece.size(), inside + (until - at));
      if (keep && end > inside) pieces.push_back(piece.part(inside, end));
      at += end - inside;
      inside = end;
      if (inside == piece.size()) {
        ++next;
        inside = 0;
      }
    }
  };
  for (const Edit& edit : edits) {
    pass(edit.span.begin, true);
    pass(edit.span.end, false);
    pieces.push_back({false, {}, edit.text});
  }
  std::uint32_t size = at - inside;
  for (std::size_t i = next; i < pieces_.size(); ++i) size += pieces_[i].size();
  pass(size, true);
  pieces_ = std::move(pieces);
}

std::vector<Edit> EditedText::edits() const {
  std::vector<Edit> edits;
  Edit open{{0, 0}, {}};
  const auto close = [&](std::uint32_t end) {
    open.span.end = end;
    if (!open.span.empty() || !open.text.empty()) edits.push_back(open);
  };
  for (const Piece& piece : pieces_) {
    if (!piece.kept) {
      open.text += piece.text;
      continue;
    }
    close(piece.source.begin);
    open = {{piece.source.end, 0}, {}};
  }
  close(source_size_);
  return edits;
}

}  // namespace tonelint
