#pragma once

#include <string>
#include <string_view>

#include "input/reader.hpp"

namespace tonelint {

/// Reads `bytes`, as the reader of that syntax does.
inline Reply read(Syntax syntax, std::string_view bytes) {
  Reply reply;
  reader_for({.name = "", .bytes = bytes, .syntax = syntax}).read(bytes, reply);
  return reply;
}

/// The blocks of a reply, one in a line: "list_item 1: text". Line breaks are shown as "/".
inline std::string blocks_of(const Reply& reply) {
  constexpr std::string_view names[] = {"paragraph", "heading", "item",     "quote",
                                        "code",      "row",     "signature"};
  std::string out;
  for (const Block& block : reply.blocks) {
    out += names[static_cast<std::size_t>(block.kind)];
    if (block.depth > 0) out.append(" ").append(std::to_string(block.depth));
    out += ": ";
    for (const char byte : reply.text.substr(block.text.begin, block.text.size())) {
      out += byte == '\n' ? '/' : byte;
    }
    out += '\n';
  }
  return out;
}

/// The marks of a reply, one in a line: "link https://example.com: text".
inline std::string marks_of(const Reply& reply) {
  constexpr std::string_view names[] = {"code", "strong", "link", "image"};
  std::string out;
  for (const Mark& mark : reply.marks) {
    out += names[static_cast<std::size_t>(mark.kind)];
    if (!mark.target.empty()) out.append(" ").append(mark.target);
    out.append(": ").append(reply.text.substr(mark.text.begin, mark.text.size())).append("\n");
  }
  return out;
}

}  // namespace tonelint
