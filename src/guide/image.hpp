#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "checks/rule.hpp"
#include "phrases/expression.hpp"
#include "phrases/tables.hpp"

namespace tonelint {

/// A few facts about a compiled guide.
struct GuideFacts {
  StringRef name, language, channel, helpdesk;
  std::uint64_t hash = 0;    ///< Of the tables; `write_image` sets it.
  std::uint64_t across = 0;  ///< 1: saved replies are compared with each other.
};

/// A compiled guide: views of one block of bytes, which is either part of the program (a built-in
/// guide, compiled when tonelint was built) or owned.
struct GuideImage {
  PhraseTables phrases;
  RuleTables rules;
  GuideFacts facts;
  std::unique_ptr<const Expressions> expressions;
  std::vector<std::byte> owned;

  [[nodiscard]] std::string_view string(StringRef ref) const {
    return phrases.string(ref.offset, ref.size);
  }

  /// Views bytes that `write_image` wrote with the same version of tonelint. They must be aligned
  /// to eight bytes and outlive the image.
  [[nodiscard]] static std::shared_ptr<GuideImage> view(std::span<const std::byte> bytes);
  /// The same, with the bytes kept by the image.
  [[nodiscard]] static std::shared_ptr<GuideImage> own(std::vector<std::byte> bytes);
};

/// Writes the tables of a guide one after another. The same guide gives the same bytes.
[[nodiscard]] std::vector<std::byte> write_image(const PhraseTablesUnderWay& phrases,
                                                 const RuleTablesUnderWay& rules, GuideFacts facts);

}  // namespace tonelint
