#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <utility>
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

  /// Where a rule speaks: those that speak of a reply as a whole need not do so for each variant.
  using Place = std::pair<std::string_view, Span>;
  /// Where in their list findings are, those at one place in order.
  using Places = std::multimap<Place, std::size_t>;

  [[nodiscard]] Place place_of(const Diagnostic& found) const;
  /// The first at this place that is not of this variant yet, or null.
  template <class Each>
  [[nodiscard]] static Each* same(std::vector<Each>& all, const Places& places, Place place,
                                  std::uint32_t bit);
  /// Where words of the source stand in the text as written.
  [[nodiscard]] Span in_text(Span source) const;

  const Variants& variants_;
  SourceMap map_;
  Report& report_;
  std::set<std::string_view> rules_of_whole_;
  std::vector<Found> found_;
  std::vector<FoundSuppressed> suppressed_;
  Places found_places_, suppressed_places_;
  std::uint32_t count_ = 0;  ///< Variants so far.
};

}  // namespace tonelint
