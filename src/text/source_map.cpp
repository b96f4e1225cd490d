#include "text/source_map.hpp"

#include <algorithm>

namespace tonelint {

SourceMap SourceMap::identity(std::uint32_t source_begin) {
  SourceMap map;
  map.make_identity(source_begin);
  return map;
}

void SourceMap::clear() {
  pieces_.clear();
  text_size_ = 0;
  identity_begin_ = 0;
  identity_ = false;
}

void SourceMap::make_identity(std::uint32_t source_begin) {
  clear();
  identity_begin_ = source_begin;
  identity_ = true;
}

void SourceMap::append(Span source, std::uint32_t size, Piece::Kind kind) {
  if (size == 0) return;
  pieces_.push_back({text_size_, size, source, kind});
  text_size_ += size;
}

void SourceMap::verbatim(std::uint32_t source, std::uint32_t size) {
  if (!pieces_.empty() && pieces_.back().kind == Piece::Kind::verbatim &&
      pieces_.back().source.end == source) {
    pieces_.back().size += size;
    pieces_.back().source.end += size;
    text_size_ += size;
    return;
  }
  append({source, source + size}, size, Piece::Kind::verbatim);
}

void SourceMap::replaced(Span source, std::uint32_t size) {
  append(source, size, Piece::Kind::replaced);
}

void SourceMap::inserted(std::uint32_t source, std::uint32_t size) {
  if (!pieces_.empty() && pieces_.back().kind == Piece::Kind::inserted &&
      pieces_.back().source.begin == source) {
    pieces_.back().size += size;
    text_size_ += size;
    return;
  }
  append({source, source}, size, Piece::Kind::inserted);
}

const SourceMap::Piece& SourceMap::piece_at(std::uint32_t text) const {
  const auto behind =
      std::upper_bound(pieces_.begin() + 1, pieces_.end(), text,
                       [](std::uint32_t at, const Piece& piece) { return at < piece.text; });
  return *(behind - 1);
}

Span SourceMap::to_source(Span text) const {
  if (identity_) return {text.begin + identity_begin_, text.end + identity_begin_};
  if (pieces_.empty()) return {};
  const Piece& first = piece_at(text.begin);
  std::uint32_t begin = first.source.begin;
  if (text.begin >= first.text + first.size) {
    begin = first.source.end;  // the end of the whole text
  } else if (first.kind == Piece::Kind::verbatim) {
    begin += text.begin - first.text;
  }
  if (text.empty()) return {begin, begin};
  const Piece& last = piece_at(text.end - 1);
  const std::uint32_t end = last.kind == Piece::Kind::verbatim
                                ? last.source.begin + (text.end - last.text)
                                : last.source.end;
  return {begin, std::max(begin, end)};
}

std::optional<Span> SourceMap::editable(Span text) const {
  const Span source = to_source(text);
  if (identity_ || pieces_.empty()) return source;
  const auto cut = [&](std::uint32_t at) {
    const Piece& piece = piece_at(at);
    return piece.kind != Piece::Kind::verbatim && at > piece.text && at < piece.text + piece.size;
  };
  if (cut(text.begin) || cut(text.end)) return std::nullopt;
  if (text.empty()) return source;
  // Whole pieces without a gap between them are text and nothing but text.
  const Piece* last = &piece_at(text.end - 1);
  for (const Piece* piece = &piece_at(text.begin);; ++piece) {
    if (piece->kind == Piece::Kind::inserted) return std::nullopt;
    if (piece == last) return source;
    if (piece->source.end != (piece + 1)->source.begin) return std::nullopt;
  }
}

}  // namespace tonelint
