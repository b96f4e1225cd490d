#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "guide/definition.hpp"

/// Guides in tests: texts by name, and what was wrong with them as lines of text.
namespace tonelint::guide_test {

using Files = std::map<std::string, std::string, std::less<>>;

/// Reads `main` of `files`, or the only one there is, with the others beside it.
inline GuideDefinition read(const Files& files, std::string_view main = "guide.yaml") {
  const auto open = [&](std::string_view wanted, std::string_view) -> std::optional<GuideText> {
    const auto found = files.find(wanted);
    if (found == files.end()) return std::nullopt;
    return GuideText{found->first, found->second};
  };
  return read_guide_files({std::string(main), files.find(main)->second}, open);
}

inline GuideDefinition read(std::string_view text) {
  return read(Files{{"guide.yaml", std::string(text)}});
}

/// "line:column id", and the bytes of the file at the place in brackets.
inline std::vector<std::string> problems_of(const GuideDefinition& guide) {
  std::vector<std::string> lines;
  for (const GuideProblem& problem : guide.problems) {
    const Diagnostic& said = problem.diagnostic;
    std::string bytes;
    for (const GuideText& file : guide.files) {
      if (file.name == problem.file) bytes = file.bytes.substr(said.span.begin, said.span.size());
    }
    lines.push_back((problem.file == "guide.yaml" ? "" : problem.file + ":") +
                    std::to_string(said.position.line) + ":" +
                    std::to_string(said.position.column) + " " + std::string(said.rule) + " [" +
                    bytes + "]");
  }
  return lines;
}

inline std::vector<std::string> problems_of(std::string_view text) {
  return problems_of(read(text));
}

using Lines = std::vector<std::string>;

inline Lines values(const std::vector<Text>& texts) {
  Lines lines;
  for (const Text& text : texts) lines.push_back(text.value);
  return lines;
}

/// "phrase", "phrase → rewrite | rewrite", and "(safe)" or "(not safe)" where it is said.
inline Lines values(const std::vector<PhraseDefinition>& phrases) {
  Lines lines;
  for (const PhraseDefinition& phrase : phrases) {
    std::string line = phrase.phrase.value;
    std::string_view join = " → ";
    for (const Text& rewrite : phrase.rewrites) {
      line += join;
      line += rewrite.value;
      join = " | ";
    }
    if (phrase.safe) line += *phrase.safe ? " (safe)" : " (not safe)";
    lines.push_back(line);
  }
  return lines;
}

}  // namespace tonelint::guide_test
