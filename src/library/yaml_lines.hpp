#pragma once

#include <cstdint>
#include <string_view>

#include "guide/tree.hpp"
#include "library/value.hpp"

namespace tonelint {

/// Some lines of a file, read as YAML of their own.
struct YamlLines {
  GuideDefinition definition;  ///< Only for its file and its problems.
  yaml::Tree tree;
  std::uint32_t begin = 0;  ///< Where the lines begin in the file.

  void run(std::string_view file, Span lines);
  /// What is wrong with them becomes problems of a record.
  void take_problems(RecordTree& record) const;
};

/// Adds a node of lines that begin at `begin` to a record, with all that is within it.
void add_node(std::string_view file, std::uint32_t begin, const yaml::Node& node,
              RecordTree& record);

}  // namespace tonelint
