#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tonelint/guide.hpp"

namespace tonelint::cli {

/// What a style guide may be called; the first that a folder has serves.
inline constexpr std::array<const char*, 4> guide_names{"tonelint.yaml", ".tonelint.yaml",
                                                        "tonelint.yml", ".tonelint.yml"};

/// The style guide that serves for drafts in a folder ("" is where we are): the path of the nearest
/// one in it or above, or nothing.
[[nodiscard]] std::string find_guide(std::string_view folder);

/// Loads a guide with all it extends, without a word. Nothing when the file cannot be read;
/// `problem` is then what the system says.
[[nodiscard]] std::optional<LoadedGuide> read_guide_file(const std::string& path,
                                                         const LoadOptions& options = {},
                                                         std::string* problem = nullptr);

/// Loads a guide with all it extends, from its file or, by the name of a built-in one, from inside.
/// Whatever is wrong with it is said on standard error. Nothing when the file cannot be read.
[[nodiscard]] std::optional<LoadedGuide> load_guide_file(const std::string& path,
                                                         const LoadOptions& options = {});

/// As above for commands about one guide: the one at `path`, else the one found from here, else
/// the built-in one. `path` becomes what was taken.
[[nodiscard]] std::optional<LoadedGuide> load_guide_for_here(std::string& path,
                                                             const LoadOptions& options = {});

/// Shows problems of a guide or a context, with the lines they stand in, on standard error.
void show_problems(const std::vector<GuideProblem>& problems);

/// The guides of a run: each folder is looked at and each guide loaded once.
class Guides {
 public:
  /// A guide, and where it says that saved replies stand.
  struct Loaded {
    Guide guide;
    std::optional<LibraryMapping> library;
    std::vector<std::vector<std::string>> overrides;
  };
  /// `path` is the guide to use for everything; empty: the one found from each draft.
  explicit Guides(std::string path) : path_(std::move(path)) {}

  /// The guide for a draft, or null when it is broken, which has been said. It is found beside the
  /// draft; `belongs`, if not empty, is the path that `overrides` are compared with.
  [[nodiscard]] const Loaded* for_draft(const std::string& path, const std::string& belongs = {});
  /// The guides for drafts that come without a file and say where they belong. Null when the guide
  /// is broken, which has been said.
  [[nodiscard]] std::unique_ptr<GuideByPath> by_path();
  /// The files that were read, and those that would be if they were there.
  [[nodiscard]] const std::vector<std::string>& files() const { return files_; }

 private:
  [[nodiscard]] const Loaded* load(const std::string& path);
  [[nodiscard]] const Loaded* load_overridden(const std::string& path, const std::string& draft);

  std::string path_;
  std::vector<std::string> files_;
  /// The path of a guide, and what it says.
  using Found = std::pair<std::string, const Loaded*>;
  std::map<std::string, Found, std::less<>> by_folder_;
  std::map<std::string, std::unique_ptr<Loaded>> by_path_;
  std::map<std::pair<std::string, std::vector<bool>>, std::unique_ptr<Loaded>> overridden_;
};

}  // namespace tonelint::cli
