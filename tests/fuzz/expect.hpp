#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "tonelint/diagnostic.hpp"

/// What all libFuzzer programs need.
namespace tonelint::fuzz {

/// Ends the program, which libFuzzer then reports with its input, when something does not hold.
inline void expect(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

/// The bytes of a run. The first may choose between ways to read the others.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size)
      : rest_(reinterpret_cast<const char*>(data), size) {}

  /// One of so many things, by the first byte that is left: "0", "1" … in the seeds.
  std::size_t choose(std::size_t count) {
    if (rest_.empty()) return 0;
    const auto first = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return (first + count * 256 - '0') % count;
  }
  /// What is before the next form feed, which is left out. Without one: nothing.
  std::string_view part() {
    const std::size_t end = rest_.find('\f');
    if (end == std::string_view::npos) return {};
    const std::string_view part = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return part;
  }
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

inline constexpr Syntax syntaxes[] = {Syntax::text, Syntax::markdown, Syntax::html};

/// Edits are in order, apart, and within some bytes.
inline void expect_edits(const std::vector<Edit>& edits, Span within) {
  std::uint32_t end = within.begin;
  for (const Edit& edit : edits) {
    expect(end <= edit.span.begin && edit.span.begin <= edit.span.end, "edits are in order");
    end = edit.span.end;
  }
  expect(end <= within.end, "edits are within their draft");
}

/// Places of findings and of their rewrites are within some bytes.
inline void expect_places(const std::vector<Diagnostic>& all, Span within) {
  for (const Diagnostic& found : all) {
    expect(found.span.begin <= found.span.end && found.span.end <= within.end, "a finding's place");
    for (const Rewrite& rewrite : found.rewrites) expect_edits(rewrite.edits, within);
  }
}

}  // namespace tonelint::fuzz
