// Any bytes are a draft, in any syntax. Its edits turn it into what was promised, nothing is left
// that fixing again would change, and there is less to say than before.

#include "fuzz/expect.hpp"
#include "tonelint/tonelint.hpp"

using namespace tonelint;
using namespace tonelint::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Guide guide = Guide::built_in();
  Bytes bytes(data, size);
  const std::size_t choice = bytes.choose(6);
  const FixOptions options{.all = choice >= 3};
  const Source source{"draft", bytes.rest(), syntaxes[choice % 3]};
  const Report before = lint(guide, source);
  if (!may_fix(before) && !options.all) return 0;
  const FixResult fixed = fix(before, source, {}, options);
  expect_edits(fixed.edits, {0, static_cast<std::uint32_t>(source.bytes.size())});
  expect(with_edits(source.bytes, fixed.edits) == fixed.bytes, "the edits make the fixed draft");
  for (const Level level : {Level::error, Level::warning}) {
    expect(fixed.report.count(level) <= before.count(level), "nothing new is found");
    if (fixed.report.count(level) < before.count(level)) break;
  }
  const Source now{"draft", fixed.bytes, source.syntax};
  const Report after = lint(guide, now);
  expect(after.diagnostics.size() == fixed.report.diagnostics.size(),
         "the report is of the result");
  expect(fix(after, now, {}, options).edits.empty(), "fixing twice changes nothing");
  return 0;
}
