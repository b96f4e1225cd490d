#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "tonelint/source.hpp"

namespace tonelint {

/// The lines of each item of a YAML list that is written with hyphens. An item begins where a
/// hyphen stands as far to the left as the first one did: all that is within it stands further to
/// the right.
class YamlItems {
 public:
  /// The list at "/*", or at a key of the top such as "/replies/*". Nothing: there is none that can
  /// be taken apart by its lines.
  [[nodiscard]] static std::optional<YamlItems> find(std::string_view file,
                                                     std::string_view records);
  /// Goes on to the lines of the next item.
  bool next(Span& lines);

 private:
  YamlItems(std::string_view file, std::size_t at, std::size_t indent, bool is_root)
      : file_(file), at_(at), indent_(indent), is_root_(is_root) {}

  std::string_view file_;
  std::size_t at_;
  std::size_t indent_;  ///< Of the hyphens.
  bool is_root_;        ///< Nothing else stands in the file.
};

}  // namespace tonelint
