#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "guide/definition.hpp"

/// The YAML of one file as a small tree in which everything knows its place. Only tree.cpp knows
/// which library reads YAML.
namespace tonelint::yaml {

struct Node {
  enum class Kind : std::uint8_t { null, scalar, sequence, map };
  Kind kind = Kind::null;
  bool plain = false;  ///< A scalar without quotation marks: `yes` may be an answer or a word.
  Place place;         ///< Of a list or map: its beginning.
  std::string value;   ///< Of a scalar.
  std::vector<const Node*> items;  ///< Of a sequence; of a map keys and values in turn.

  // What it comes to with every alias written out.
  std::uint32_t nodes = 1;
  std::uint32_t bytes = 0;
  std::uint32_t height = 1;

  [[nodiscard]] bool is(Kind wanted) const { return kind == wanted; }
};

/// Owns the nodes. An alias shares the node of its anchor.
struct Tree {
  std::deque<Node> nodes;
  const Node* root = nullptr;  ///< None when the file could not be read.
};

/// Reads file number `file` of the guide. What keeps it from being read becomes a problem of the
/// guide; then there is no root.
[[nodiscard]] Tree read_tree(GuideDefinition& guide, std::uint32_t file);

}  // namespace tonelint::yaml
