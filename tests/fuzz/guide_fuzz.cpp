// Any bytes are a guide: loading it must not crash, and a guide that loads must be able to check,
// to fix and to try its own examples.

#include "fuzz/expect.hpp"
#include "tonelint/tonelint.hpp"

using namespace tonelint;
using namespace tonelint::fuzz;

namespace {

// Whatever a guide extends: the large built-in ones would take all the time.
std::optional<GuideText> beside(std::string_view name, std::string_view) {
  return GuideText{"beside/" + std::string(name),
                   "cues: {door: [door, gate]}\n"
                   "rules:\n"
                   "  open: {message: m, find: {'open the <door>': 'come in'}, safe: true}\n"};
}

// Those are read all the same when a guide names them.
bool extends_built_in(std::string_view bytes) {
  if (bytes.find("extends") == std::string_view::npos) return false;
  for (const std::string_view name : built_in_guides()) {
    if (bytes.find(name) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (extends_built_in(bytes)) return -1;  // of no use as a seed
  const LoadedGuide loaded = load_guide({"guide.yaml", bytes}, beside, {.all_rules = true});
  expect(loaded.guide || !loaded.problems.empty(), "a guide is refused for a reason");
  if (!loaded.guide) return 0;
  constexpr std::string_view draft =
      "Hi Priya,\n\nUnfortunately it is late. Please open the door of the office.\n\nBest, Sam\n";
  const FixResult fixed = fix(*loaded.guide, {.name = "draft", .bytes = draft});
  expect_edits(fixed.edits, {0, static_cast<std::uint32_t>(draft.size())});
  static_cast<void>(run_examples(loaded));
  return 0;
}
