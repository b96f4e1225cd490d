#include "apps/cli/guides.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "apps/cli/files.hpp"
#include "apps/cli/stream.hpp"
#include "tonelint/output.hpp"

namespace tonelint::cli {
namespace {

constexpr std::string_view built_in_name = "support";
constexpr std::array<const char*, 2> misspelt_names{"Tonelint.yaml", "Tonelint.yml"};

/// People know a file by its way from where they are, unless that way leads up.
std::string near_path(const std::filesystem::path& path, const std::filesystem::path& here) {
  const std::filesystem::path near = path.lexically_relative(here);
  return near.empty() || *near.begin() == ".." ? path.string() : near.string();
}

/// A guide that nobody reads is told of, once.
void tell_unread(const std::string& path, const std::string& why) {
  static std::set<std::string> told;
  if (access(path.c_str(), F_OK) != 0 || !told.insert(path).second) return;
  complain(path + " is not read: " + why);
}

/// "b/../a.yaml" as "a.yaml": guides that extend each other in a circle are known by their names.
std::string plain_path(const std::string& path) {
  const std::filesystem::path plain = std::filesystem::path(path).lexically_normal();
  std::error_code failure;
  // Behind a link, .. leads elsewhere.
  return std::filesystem::equivalent(path, plain, failure) ? plain.string() : path;
}

/// A file that a guide extends stands beside that guide.
std::optional<GuideText> open_beside(std::string_view wanted, std::string_view from) {
  std::string path(wanted);
  if (const auto folder = folder_of(from); !wanted.starts_with('/') && !folder.empty()) {
    path = std::string(folder) + "/" + path;
  }
  GuideText text;
  for (const char* ending : {"", ".yaml", ".yml"}) {
    text.name = path + ending;
    if (!read_file(text.name, text.bytes).empty()) continue;
    text.name = plain_path(text.name);
    return text;
  }
  return std::nullopt;
}

/// The bytes of a file that a problem stands in, to show its line.
std::string bytes_of(const std::string& name) {
  std::string bytes;
  if (read_file(name, bytes).empty()) return bytes;
  if (auto text = built_in_text(name)) return std::move(text->bytes);
  return {};
}

}  // namespace

std::string find_guide(std::string_view folder) {
  namespace fs = std::filesystem;
  std::error_code failure;
  const fs::path here = fs::current_path(failure);
  const fs::path begin = (here / fs::path(folder)).lexically_normal();
  for (fs::path at = begin;; at = at.parent_path()) {
    std::string serves;
    for (const char* name : guide_names) {
      const std::string path = near_path(at / name, here);
      if (!serves.empty()) {
        tell_unread(path, fs::path(serves).filename().string() + " beside it serves.");
      } else if (access(path.c_str(), F_OK) == 0) {
        serves = path;
      }
    }
    if (!serves.empty()) return serves;
    for (const char* name : misspelt_names) {
      tell_unread(near_path(at / name, here), "a style guide is called tonelint.yaml.");
    }
    if (at == at.parent_path()) return {};
  }
}

void show_problems(const std::vector<GuideProblem>& problems) {
  const OutputOptions options = options_for(2, Colour::automatic);
  const std::unique_ptr<Writer> writer = find_format("terminal")->make(options);
  std::string out;
  for (std::size_t i = 0; i < problems.size();) {
    const std::string& file = problems[i].file;
    const std::string bytes = bytes_of(file);
    Report report{.guide = Guide(nullptr)};
    for (; i < problems.size() && problems[i].file == file; ++i) {
      report.diagnostics.push_back(problems[i].diagnostic);
    }
    writer->reply({{.name = file, .bytes = bytes}, report, {}}, out);
  }
  write_error(out);
}

std::optional<LoadedGuide> read_guide_file(const std::string& path, const LoadOptions& options,
                                           std::string* problem) {
  GuideText text{path, {}};
  if (std::string failure = read_file(path, text.bytes); !failure.empty()) {
    auto built_in = built_in_text(path);
    if (!built_in) {
      if (problem != nullptr) *problem = std::move(failure);
      return std::nullopt;
    }
    text = std::move(*built_in);
  }
  return load_guide(text, open_beside, options);
}

std::optional<LoadedGuide> load_guide_file(const std::string& path, const LoadOptions& options) {
  std::string problem;
  auto loaded = read_guide_file(path, options, &problem);
  if (!loaded) {
    complain("can't read the style guide " + path + ": " + problem + ".");
    return std::nullopt;
  }
  show_problems(loaded->problems);
  if (!loaded->guide) {
    complain("the style guide " + path + " can't be used until this is put right.");
  }
  return loaded;
}

std::optional<LoadedGuide> load_guide_for_here(std::string& path, const LoadOptions& options) {
  if (path.empty()) path = find_guide("");
  if (path.empty()) path = built_in_name;
  return load_guide_file(path, options);
}

std::unique_ptr<GuideByPath> Guides::by_path() {
  const Loaded* base = for_draft("");
  if (base == nullptr) return nullptr;
  return std::make_unique<GuideByPath>(
      base->guide, base->overrides,
      [file = by_folder_.find("")->second.first](const std::string& path) -> std::optional<Guide> {
        auto loaded = read_guide_file(file, {.path = path});
        return loaded ? std::move(loaded->guide) : std::nullopt;
      });
}

const Guides::Loaded* Guides::for_draft(const std::string& draft, const std::string& belongs) {
  const std::string_view folder = folder_of(draft);
  auto known = by_folder_.find(folder);
  if (known == by_folder_.end()) {
    std::string path = path_;
    if (path.empty()) {
      path = find_guide(folder);
      const std::string prefix = folder.empty() ? "" : std::string(folder) + "/";
      for (const char* name : guide_names) files_.push_back(prefix + name);
    }
    const Loaded* guide = load(path);
    known = by_folder_.emplace(folder, Found(std::move(path), guide)).first;
  }
  const auto& [path, guide] = known->second;
  return guide == nullptr || guide->overrides.empty()
             ? guide
             : load_overridden(path, belongs.empty() ? draft : belongs);
}

const Guides::Loaded* Guides::load_overridden(const std::string& path, const std::string& draft) {
  const Loaded* const base = by_path_.at(path).get();
  std::vector<bool> wanted = overrides_for(base->overrides, draft);
  if (std::find(wanted.begin(), wanted.end(), true) == wanted.end()) return base;
  const auto [entry, is_new] = overridden_.try_emplace({path, std::move(wanted)});
  std::unique_ptr<Loaded>& guide = entry->second;
  if (!is_new) return guide.get();
  auto loaded = read_guide_file(path, {.path = draft});
  if (loaded && loaded->guide) {
    guide = std::make_unique<Loaded>(Loaded{std::move(*loaded->guide), base->library, {}});
  } else if (loaded) {  // the overrides go together badly
    show_problems(loaded->problems);
    complain("the style guide " + path + " can't be used for " + draft + ".");
  }
  return guide.get();
}

const Guides::Loaded* Guides::load(const std::string& path) {
  const auto [entry, is_new] = by_path_.try_emplace(path);
  std::unique_ptr<Loaded>& guide = entry->second;
  if (!is_new) return guide.get();
  std::optional<Guide> built_in;
  if (path.empty() || access(path.c_str(), F_OK) != 0) {
    built_in = Guide::built_in(path.empty() ? built_in_name : std::string_view(path));
  }
  if (built_in) {
    guide = std::make_unique<Loaded>(Loaded{std::move(*built_in), {}, {}});
  } else {
    files_.push_back(path);
    auto loaded = load_guide_file(path);
    if (loaded) files_.insert(files_.end(), loaded->files.begin(), loaded->files.end());
    if (loaded && loaded->guide) {
      guide = std::make_unique<Loaded>(Loaded{std::move(*loaded->guide), std::move(loaded->library),
                                              std::move(loaded->overrides)});
    }
  }
  return guide.get();
}

}  // namespace tonelint::cli
