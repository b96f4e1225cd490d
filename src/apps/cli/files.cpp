#include "apps/cli/files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <limits>

#include "apps/cli/guides.hpp"
#include "apps/cli/interrupt.hpp"
#include "apps/cli/stream.hpp"
#include "tonelint/library.hpp"
#include "tonelint/source.hpp"

namespace tonelint::cli {
namespace {

constexpr std::size_t most_bytes = std::numeric_limits<std::uint32_t>::max();

/// ".md" alone is a hidden file.
bool is_draft(std::string_view name) { return name.rfind('.') != 0 && has_draft_ending(name); }

/// The name of a style guide is no name for a library.
bool is_library(std::string_view name) {
  return has_library_ending(name) && !name.starts_with('.') &&
         std::find(guide_names.begin(), guide_names.end(), name) == guide_names.end();
}

std::string read_open_file(int file, std::string& bytes) {
  struct stat about {};
  if (fstat(file, &about) != 0) return reason(errno);
  if (S_ISDIR(about.st_mode)) return "it is a folder";
  const bool sized = S_ISREG(about.st_mode) && about.st_size > 0;
  if (sized && static_cast<std::size_t>(about.st_size) > most_bytes) return "it is over 4 GB";
  std::size_t size = 0;
  bytes.resize(sized ? static_cast<std::size_t>(about.st_size) : 4096);
  while (true) {
    const ssize_t got = read(file, bytes.data() + size, bytes.size() - size);
    if (got < 0) {
      if (errno == EINTR && !interrupted()) continue;
      return reason(errno);
    }
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (sized && size == static_cast<std::size_t>(about.st_size)) break;
    if (size > most_bytes) return "it is over 4 GB";
    if (size == bytes.size()) bytes.resize(2 * size);
  }
  bytes.resize(size);
  return {};
}

/// Which folder it is, whatever name led there.
struct FolderId {
  dev_t device;
  ino_t number;
  friend bool operator==(const FolderId&, const FolderId&) = default;
};

class Walk {
 public:
  explicit Walk(Found& found) : found_(found) {}

  void folder(const std::string& path) {
    DIR* directory = opendir(path.c_str());
    struct stat about {};
    if (directory == nullptr || fstat(dirfd(directory), &about) != 0) {
      found_.problems.push_back("can't look into " + path + ": " + reason(errno) + ".");
      if (directory != nullptr) closedir(directory);
      return;
    }
    const FolderId id{about.st_dev, about.st_ino};
    if (std::find(above_.begin(), above_.end(), id) != above_.end()) {
      found_.notes.push_back(path + " leads back to a folder above it; it is left out.");
      closedir(directory);
      return;
    }
    const std::vector<Entry> entries = read_entries(directory, path);
    closedir(directory);
    above_.push_back(id);
    found_.folders.push_back(path);
    const std::string prefix = path == "." ? "" : path.ends_with('/') ? path : path + "/";
    for (const Entry& entry : entries) {
      if (entry.is_folder) {
        folder(prefix + entry.name);
      } else {
        found_.files.push_back(prefix + entry.name);
        found_.in_folder.push_back(true);
      }
    }
    above_.pop_back();
  }

 private:
  struct Entry {
    std::string name;
    bool is_folder;
  };

  std::vector<Entry> read_entries(DIR* directory, const std::string& path) {
    std::vector<Entry> entries;
    errno = 0;
    while (const dirent* entry = readdir(directory)) {
      const std::string_view name = entry->d_name;
      unsigned char type = entry->d_type;
      if (type == DT_UNKNOWN || type == DT_LNK) type = type_behind(directory, entry->d_name);
      const bool is_folder = type == DT_DIR;
      if (is_folder ? !name.starts_with('.')
                    : type == DT_REG && (is_draft(name) || is_library(name))) {
        entries.push_back({std::string(name), is_folder});
      }
      errno = 0;
    }
    if (errno != 0) {
      found_.problems.push_back("can't read all of " + path + ": " + reason(errno) + ".");
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return entries;
  }

  /// What a link leads to. One that leads nowhere counts as a file, so that reading it tells.
  static unsigned char type_behind(DIR* directory, const char* name) {
    struct stat about {};
    if (fstatat(dirfd(directory), name, &about, 0) != 0) return DT_REG;
    return S_ISDIR(about.st_mode) ? DT_DIR : S_ISREG(about.st_mode) ? DT_REG : DT_UNKNOWN;
  }

  Found& found_;
  std::vector<FolderId> above_;
};

}  // namespace

std::string read_file(const std::string& path, std::string& bytes) {
  bytes.clear();
  if (path == "-") return read_open_file(0, bytes);
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return reason(errno);
  std::string problem = read_open_file(file, bytes);
  close(file);
  return problem;
}

void find_drafts(const std::string& path, Found& found) {
  struct stat about {};
  const bool is_folder = path != "-" && stat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode);
  if (!is_folder) {
    found.in_folder.push_back(false);
    found.files.push_back(path);  // whether it can be read is seen when it is
    return;
  }
  const std::size_t before = found.files.size() + found.problems.size();
  Walk(found).folder(path);
  if (found.files.size() + found.problems.size() == before) {
    found.notes.push_back("there are no drafts in " + path +
                          " (files that end in .txt, .text, .md, .markdown, .html or .htm).");
  }
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return slash == 0 ? path.substr(0, 1) : path.substr(0, slash);
}

}  // namespace tonelint::cli
