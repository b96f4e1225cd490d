// Checks many drafts in one run: reads one context with its reply per line, and writes the report
// of all of them as JSON.

#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>

#include "tonelint/tonelint.hpp"

namespace {

bool read_file(const std::string& path, std::string& bytes) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  bytes = std::move(all).str();
  return file.good();
}

tonelint::GuideResolver files_beside() {
  return [](std::string_view wanted, std::string_view from) -> std::optional<tonelint::GuideText> {
    const auto slash = from.rfind('/');
    const std::string_view folder = slash == from.npos ? "" : from.substr(0, slash + 1);
    tonelint::GuideText text{std::string(folder) + std::string(wanted), {}};
    if (!read_file(text.name, text.bytes)) return std::nullopt;
    return text;
  };
}

}  // namespace

int main(int count, char** words) {
  tonelint::Guide guide = tonelint::Guide::built_in();
  if (count > 1) {
    tonelint::GuideText text{words[1], {}};
    if (!read_file(text.name, text.bytes)) return std::fprintf(stderr, "no %s\n", words[1]), 2;
    const tonelint::LoadedGuide loaded = tonelint::load_guide(text, files_beside());
    for (const tonelint::GuideProblem& problem : loaded.problems) {
      std::fprintf(stderr, "%s:%u: %s\n", problem.file.c_str(), problem.diagnostic.position.line,
                   problem.diagnostic.message.c_str());
    }
    if (!loaded.guide) return 2;
    guide = *loaded.guide;
  }
  const auto writer = tonelint::find_format("json")->make({});
  tonelint::Summary summary;
  std::string out;
  writer->begin(out);
  for (std::string line; std::getline(std::cin, line);) {
    const tonelint::ContextFile file = tonelint::read_context("standard input", line);
    if (!file.problems.empty() || !file.reply) {
      std::fprintf(stderr, "not a context with a reply: %s\n", line.c_str());
      return 2;
    }
    using tonelint::Syntax;
    const tonelint::Source source{
        .name = file.context.id,
        .bytes = *file.reply,
        .syntax = file.syntax == Syntax::automatic ? Syntax::text : file.syntax};
    const tonelint::Report report = tonelint::lint(guide, source, file.context, {.score = true});
    summary.add(report);
    writer->reply({source, report, file.context.id}, out);
    std::fwrite(out.data(), 1, out.size(), stdout);
    out.clear();
  }
  writer->end(summary, out);
  std::fwrite(out.data(), 1, out.size(), stdout);
}
