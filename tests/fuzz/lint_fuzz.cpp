// Any bytes are a draft, in any syntax: checking them must not crash, and every span and every edit
// must lie within them.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tonelint/tonelint.hpp"

namespace {

void expect(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const tonelint::Guide guide = tonelint::Guide::built_in();
  if (size == 0) return 0;
  constexpr tonelint::Syntax syntaxes[] = {tonelint::Syntax::text, tonelint::Syntax::markdown,
                                           tonelint::Syntax::html};
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  tonelint::Context context;
  context.customer.name = "Sérgio Alves";
  context.customer.message = bytes.substr(0, bytes.size() / 2);
  const tonelint::Report report = tonelint::lint(
      guide, {.name = "draft", .bytes = bytes, .syntax = syntaxes[data[0] % 3]}, context);
  for (const tonelint::Diagnostic& found : report.diagnostics) {
    expect(found.span.begin <= found.span.end && found.span.end <= bytes.size());
    for (const tonelint::Rewrite& rewrite : found.rewrites) {
      std::uint32_t end = 0;
      for (const tonelint::Edit& edit : rewrite.edits) {
        expect(end <= edit.span.begin && edit.span.begin <= edit.span.end);
        end = edit.span.end;
      }
      expect(end <= bytes.size());
    }
  }
  return 0;
}
