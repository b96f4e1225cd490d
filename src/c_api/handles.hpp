#pragma once

#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "tonelint/tonelint.h"
#include "tonelint/tonelint.hpp"

/// What a `tonelint_guide*` points to.
struct tonelint_guide {
  tonelint::Guide guide;
  std::string hash;
};

/// What a `tonelint_report*` points to: the C++ report, and the C structures that view it. Once
/// built it neither moves nor changes.
struct tonelint_report {
  tonelint::Report report;
  std::string fixed;
  std::size_t fixed_count = 0;
  std::vector<std::string> files;  ///< Names of the texts that problems stand in.

  std::vector<tonelint_diagnostic> diagnostics;
  std::vector<tonelint_rewrite> rewrites;
  std::vector<tonelint_edit> edits;

  explicit tonelint_report(tonelint::Report made) : report(std::move(made)) {}
};

namespace tonelint::c_api {

[[nodiscard]] inline tonelint_string view_of(std::string_view text) {
  return {text.data(), text.size()};
}

[[nodiscard]] inline std::string_view view_of(tonelint_string text) {
  return text.data == nullptr ? std::string_view{} : std::string_view{text.data, text.size};
}

/// Whether a text can be read: not null unless empty, and of a size that a Span can count.
[[nodiscard]] inline bool is_readable(tonelint_string text) {
  return text.size < UINT32_MAX && (text.data != nullptr || text.size == 0);
}

/// Builds the C structures of a report over `bytes`, in which all its spans count.
void expose(tonelint_report& report, std::string_view bytes);

/// The same for problems, each in the text of `texts` that has the name of its file.
struct NamedText {
  std::string name, bytes;
};
[[nodiscard]] std::unique_ptr<tonelint_report> problems_report(
    const std::vector<GuideProblem>& problems, const std::vector<NamedText>& texts);

/// Calls `work`; what is thrown becomes a status. The library throws nothing but std::bad_alloc.
template <class Work>
[[nodiscard]] tonelint_status guarded(const Work& work) noexcept {
  try {
    return work();
  } catch (...) {
    return TONELINT_NO_MEMORY;
  }
}

}  // namespace tonelint::c_api
