#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tonelint/fix.hpp"
#include "tonelint/output.hpp"

namespace tonelint::test {

/// A draft and what was found in it, made by hand: no guide and no engine take part.
struct Draft {
  std::string text;
  std::string name = "draft.txt";
  std::string id{};
  Report report{.guide = Guide(nullptr)};

  /// Adds a finding about the first place where `words` stand.
  Diagnostic& find(Level level, std::string_view rule, std::string_view words,
                   std::string message) {
    const std::size_t begin = text.find(words);
    Diagnostic& found = add(level, rule, begin, begin + words.size(), std::move(message));
    found.match = words;
    return found;
  }
  /// Adds a finding about something that is missing before `words`.
  Diagnostic& miss(Level level, std::string_view rule, std::string_view words,
                   std::string message) {
    const std::size_t begin = text.find(words);
    return add(level, rule, begin, begin, std::move(message));
  }

 private:
  Diagnostic& add(Level level, std::string_view rule, std::size_t begin, std::size_t end,
                  std::string message) {
    Diagnostic found;
    found.rule = rule;
    found.level = level;
    found.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    for (std::size_t i = 0; i < begin; ++i) {
      const bool continues = (static_cast<unsigned char>(text[i]) & 0xC0u) == 0x80u;
      if (text[i] == '\n') found.position = {found.position.line + 1, 0};
      if (!continues) ++found.position.column;
    }
    found.message = std::move(message);
    report.diagnostics.push_back(std::move(found));
    return report.diagnostics.back();
  }
};

/// The drafts as one run in a format.
inline std::string written(std::string_view format, const std::vector<Draft>& drafts,
                           const OutputOptions& options = {}) {
  std::string out;
  Summary summary;
  const auto writer = find_format(format)->make(options);
  writer->begin(out);
  for (const Draft& draft : drafts) {
    const Source source{draft.name, draft.text};
    const auto& found = draft.report.diagnostics;
    summary.add(draft.report, static_cast<std::size_t>(std::count_if(
                                  found.begin(), found.end(), [](const Diagnostic& each) {
                                    return rewrite_to_apply(each) != nullptr;
                                  })));
    writer->reply({source, draft.report, draft.id}, out);
  }
  writer->end(summary, out);
  return out;
}

/// The line of a text that holds some words, without its end; empty when there is none.
inline std::string line_with(std::string_view text, std::string_view words) {
  const std::size_t at = text.find(words);
  if (at == std::string_view::npos) return {};
  const std::size_t end = text.find('\n', at);
  const std::size_t before = text.rfind('\n', at);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return std::string(text.substr(begin, end - begin));
}

}  // namespace tonelint::test
