// Any bytes are a library, of any kind of file: reading, checking and fixing them must not crash,
// and every place must lie within the text of its reply. The first byte chooses the kind.

#include <cstdint>
#include <cstdlib>
#include <string>
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
  constexpr std::string_view names[] = {"a.json", "a.jsonl", "a.csv", "a.yaml"};
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  tonelint::LibraryMapping mapping;
  mapping.records = "/*";
  mapping.text = "/a";
  tonelint::Library library({.name = names[data[0] % 4], .bytes = bytes}, {}, &mapping);
  tonelint::SavedReply reply;
  while (library.next(reply)) {
    const tonelint::Report report = tonelint::lint(guide, reply);
    for (const tonelint::Diagnostic& found : report.diagnostics) {
      expect(found.span.begin <= found.span.end && found.span.end <= bytes.size());
    }
    std::uint32_t end = reply.written.begin;
    for (const tonelint::Edit& edit : tonelint::fix(guide, reply).edits) {
      expect(end <= edit.span.begin && edit.span.begin <= edit.span.end);
      end = edit.span.end;
    }
    expect(end <= reply.written.end);
  }
  tonelint::ContextFile context;
  static_cast<void>(tonelint::read_conversation(bytes, context));
  return 0;
}
