#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "guide/image.hpp"
#include "lint/variants.hpp"
#include "text/source_map.hpp"
#include "tonelint/lint.hpp"

namespace tonelint {

/// Puts what was found in the variants of a reply together: each finding once, with its branch.
class VariantReports {
 public:
  /// `report` is that of the reply as written, whose map is `map`; it becomes that of all.
  VariantReports(const GuideImage& guide, const Variants& variants, SourceMap map, Report& report);

  /// The report of the next variant. Words and score are those of the first.
  void add(Report report);
  void finish();

 private:
  /// A finding, and in which variants it is.
  struct Found {
    Diagnostic diagnostic;
    std::uint32_t variants = 0;
    bool as_written = false;
  };
  struct FoundSuppressed {
    Suppressed suppressed;
    std::uint32_t variants = 0;
  };

  [[nodiscard]] bool is_same(const Diagnostic& one, const Diagnostic& other) const;
  /// Whether a rule speaks of a reply as a whole, so that it need not do so for each variant.
  [[nodiscard]] bool is_of_whole(std::string_view rule) const;
  /// Where words of the source stand in the text as written.
  [[nodiscard]] Span in_text(Span source) const;

  const GuideImage& guide_;
  const Variants& variants_;
  SourceMap map_;
  Report& report_;
  std::vector<Found> found_;
  std::vector<FoundSuppressed> suppressed_;
  std::uint32_t count_ = 0;  ///< Variants so far.
};

}  // namespace tonelint
