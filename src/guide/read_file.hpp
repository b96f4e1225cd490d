#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "guide/walk.hpp"
#include "text/nearest.hpp"

namespace tonelint {

/// A guide while its files are laid over each other.
struct GuideDraft {
  GuideDefinition guide;
  std::unordered_map<std::string, std::size_t> rules, cues;  ///< Where each stands in the guide.
  bool incomplete = false;  ///< A file is missing, so rules may be changed that are not there.
  GuessBudget guesses;      ///< At rules.
};

/// The keys of one file that are laid over what it extends.
struct FileParts {
  std::vector<Text> extends;
  std::string name, language, channel, helpdesk, category;
  const Node* cues = nullptr;
  const Node* rules = nullptr;
  const Node* suppress = nullptr;
  std::optional<LibraryMapping> library;
  std::optional<bool> across;
  const Node* score = nullptr;
  const Node* overrides = nullptr;
};

/// Sorts the keys of a file by what they are for.
[[nodiscard]] FileParts read_parts(Walk& walk, const Node& root);

/// One entry of `overrides`: what is laid over the guide for some files.
struct OverrideParts {
  std::vector<Text> files;  ///< Patterns of paths. Empty: it is broken.
  FileParts parts;
};
[[nodiscard]] OverrideParts read_override(Walk& walk, const Node& item);

/// Lays the cues and rules of one file over those of the files that it extends.
void lay_over(GuideDraft& draft, const FileParts& parts);

}  // namespace tonelint
