// Any bytes are a draft, in any syntax, and those before a form feed what is known around it, as
// JSON: checking must not crash, every place must lie within the draft, and every format must be
// able to tell what was found.

#include <nlohmann/json.hpp>

#include "fuzz/expect.hpp"
#include "tonelint/output.hpp"
#include "tonelint/tonelint.hpp"

using namespace tonelint;
using namespace tonelint::fuzz;

namespace {

void expect_lines_of_json(std::string_view out) {
  while (!out.empty()) {
    const std::string_view line = out.substr(0, out.find('\n'));
    expect(nlohmann::json::accept(line), "a line is JSON");
    out.remove_prefix(std::min(out.size(), line.size() + 1));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Guide guide = Guide::built_in();
  Bytes bytes(data, size);
  const Syntax syntax = syntaxes[bytes.choose(3)];
  const std::string_view json = bytes.part();
  ContextFile file;
  if (!read_conversation(json, file)) file = read_context("context.json", json);
  expect_places(file.problems, {0, static_cast<std::uint32_t>(json.size())});
  const Source source{"draft", bytes.rest(), syntax};
  const Report report = lint(guide, source, file.context, {.not_applicable = true, .score = true});
  expect_places(report.diagnostics, {0, static_cast<std::uint32_t>(source.bytes.size())});
  for (const Format& format : formats()) {
    std::string out;
    Summary summary;
    summary.add(report);
    const auto writer = format.make({});
    writer->begin(out);
    writer->reply({source, report, file.context.id}, out);
    writer->end(summary, out);
    if (format.name == "rdjsonl") expect_lines_of_json(out);
    if (format.name == "json" || format.name == "sarif") {
      expect(nlohmann::json::accept(out), "the report is JSON");
    }
  }
  return 0;
}
