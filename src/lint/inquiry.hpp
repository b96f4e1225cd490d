#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "checks/check.hpp"
#include "guide/image.hpp"
#include "tonelint/lint.hpp"

namespace tonelint {

/// A draft as its rules saw it. Everything lies in the thread's workspace and is gone when `look`
/// returns.
struct JudgedDraft {
  const GuideImage& image;
  const Document& document;
  const Scan& scan;
  const Facts& facts;
  std::span<const Finding> findings;  ///< Before `instead-of` silences any.

  [[nodiscard]] Subject subject(std::uint32_t rule) const {
    return {document, scan, image.phrases, image.rules, image.rules.rules[rule], rule, facts};
  }
};

/// What those who prove or explain a guide want besides a report.
struct Inquiry {
  std::uint32_t left_out = no_phrase;  ///< A phrase of `except` to be taken as not written.
  std::function<void(const JudgedDraft&)> look;  ///< May not lint.
};

/// As `lint`, with an inquiry.
[[nodiscard]] Report lint(const Guide& guide, const Source& source, const Context& context,
                          const LintOptions& options, const Inquiry& inquiry);

}  // namespace tonelint
