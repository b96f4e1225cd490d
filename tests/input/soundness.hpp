#pragma once

#include <string>
#include <string_view>

#include "input/show.hpp"
#include "text/utf8.hpp"

/// What holds of every reply that was read, whatever the source.
namespace tonelint {

inline bool white_only(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = utf8::next(text, at);
    if (point != ' ' && point != '\t' && point != '\n' && point != '\r' && point != 0xA0)
      return false;
  }
  return true;
}

/// What is wrong with the pieces of a reply, or nothing.
inline std::string fault_of_pieces(const Reply& reply, std::string_view source) {
  if (reply.map.is_identity()) {
    const Span all = reply.map.to_source({0, static_cast<std::uint32_t>(reply.text.size())});
    return source.substr(all.begin, all.size()) == reply.text ? "" : "not the source's bytes";
  }
  std::size_t text = 0, behind = 0;
  for (const SourceMap::Piece& piece : reply.map.pieces()) {
    if (piece.text != text) return "a gap in the text";
    if (piece.source.begin < behind) return "a step back in the source";
    if (piece.source.end < piece.source.begin || piece.source.end > source.size()) return "outside";
    if (piece.kind == SourceMap::Piece::Kind::verbatim &&
        source.substr(piece.source.begin, piece.source.size()) !=
            reply.text.substr(piece.text, piece.size)) {
      return "verbatim is not the same";
    }
    if (piece.kind == SourceMap::Piece::Kind::inserted && !piece.source.empty())
      return "inserted has bytes";
    text += piece.size;
    behind = piece.source.end;
  }
  return text == reply.text.size() ? "" : "text without a piece";
}

inline std::string fault_of_blocks(const Reply& reply) {
  std::size_t behind = 0;
  for (const Block& block : reply.blocks) {
    if (block.text.empty() || block.text.end > reply.text.size()) return "empty or outside";
    if (block.text.begin < behind) return "overlap";
    const std::string_view between = reply.text.substr(behind, block.text.begin - behind);
    if (reply.syntax != Syntax::text && !white_only(between)) return "text outside of blocks";
    if (white_only(reply.text.substr(block.text.begin, block.text.size()))) return "white block";
    behind = block.text.end;
  }
  if (reply.syntax == Syntax::text) return "";
  return white_only(reply.text.substr(behind)) ? "" : "text behind the blocks";
}

inline std::string fault_of_marks(const Reply& reply) {
  std::size_t before = 0;
  for (const Mark& mark : reply.marks) {
    if (mark.text.empty() || mark.text.end > reply.text.size()) return "empty or outside";
    if (mark.text.begin < before) return "not in order";
    before = mark.text.begin;
  }
  return "";
}

inline bool is_word_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// Each word that can be edited is what its source bytes read as.
inline std::string fault_of_words(const Reply& reply, std::string_view source) {
  for (std::size_t at = 0; at < reply.text.size();) {
    std::size_t end = at;
    while (end < reply.text.size() && is_word_byte(reply.text[end])) ++end;
    if (end == at) {
      ++at;
      continue;
    }
    const std::string_view word = reply.text.substr(at, end - at);
    const auto span =
        reply.map.editable({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    if (span && read(reply.syntax, source.substr(span->begin, span->size())).text != word) {
      return std::string(word);
    }
    at = end;
  }
  return "";
}

/// What is wrong with a reply that was read from a source, or nothing.
inline std::string fault_of(const Reply& reply, std::string_view source) {
  for (const std::string& fault : {fault_of_pieces(reply, source), fault_of_blocks(reply),
                                   fault_of_marks(reply), fault_of_words(reply, source)}) {
    if (!fault.empty()) return fault;
  }
  return utf8::is_valid(reply.text) ? "" : "not UTF-8";
}

}  // namespace tonelint
