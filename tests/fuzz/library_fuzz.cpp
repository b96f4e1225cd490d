// Any bytes are a library, of any kind of file: each finding's bytes are within its reply; fixing
// changes texts and nothing else, so that the same replies are read from the result, and fixing
// that changes nothing.

#include "fuzz/expect.hpp"
#include "tonelint/tonelint.hpp"

using namespace tonelint;
using namespace tonelint::fuzz;

namespace {

struct Fixed {
  std::vector<std::string> places;  ///< Of the texts.
  std::vector<std::string> texts;
  std::vector<Edit> edits;
  bool broken = false;  ///< Something in the file cannot be read.
};

Fixed read_and_fix(const Source& file, const LibraryMapping* mapping) {
  static const Guide guide =
      *load_guide(
           {"guide.yaml",
            "rules:\n"
            "  state: {message: m, find: {As already stated: 'As you \"know\"'}, safe: true}\n"
            "  late: {message: m, find: {sorry: \"it's: # afraid\"}, safe: true}\n"
            "  a: {message: m, find: {a b: ', x & <y>'}, safe: true}\n"})
           .guide;
  Fixed all;
  Library library(file, {}, mapping);
  SavedReply reply;
  while (library.next(reply)) {
    const Report report = lint(guide, reply);
    const Span whole{0, static_cast<std::uint32_t>(file.bytes.size())};
    expect_places(report.diagnostics, whole);
    all.broken = all.broken || !reply.problems.empty();
    if (!reply.has_text()) continue;
    expect(reply.written.end <= file.bytes.size(), "a reply is within its file");
    all.places.push_back(reply.record.pointer);
    all.texts.push_back(reply.text());
    for (const Diagnostic& found : report.diagnostics) {
      if (found.rule != "state" && found.rule != "late" && found.rule != "a") {
        all.broken = true;
        continue;
      }
      expect(reply.written.contains(found.span), "a finding is within its reply");
    }
    const SavedReplyFix fixed = fix(guide, reply);
    expect_edits(fixed.edits, reply.written);
    all.edits.insert(all.edits.end(), fixed.edits.begin(), fixed.edits.end());
  }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::string_view names[] = {"a.json", "a.jsonl", "a.csv", "a.yaml", "a.tsv", "a.md"};
  Bytes bytes(data, size);
  const std::string_view name = names[bytes.choose(6)];
  LibraryMapping mapping;
  mapping.records = "/*";
  mapping.text = "/a";
  const Fixed before = read_and_fix({.name = name, .bytes = bytes.rest()}, &mapping);
  if (!before.broken) {
    const std::string now = with_edits(bytes.rest(), before.edits);
    const Fixed after = read_and_fix({.name = name, .bytes = now}, &mapping);
    expect(!after.broken, "a fixed library can be read");
    expect(after.places == before.places, "the same replies stand in the same places");
    expect(after.edits.empty(), "fixing twice changes nothing");
    if (before.edits.empty()) expect(after.texts == before.texts, "the same texts");
  }
  ContextFile context;
  static_cast<void>(read_conversation(bytes.rest(), context));
  return 0;
}
