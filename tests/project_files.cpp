#include "project_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace project {
namespace {

const std::filesystem::path root = TONELINT_ROOT;

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The entries of .gitignore; the project's are plain names at its top.
std::vector<std::string> ignored() {
  std::vector<std::string> names = {".git"};
  std::istringstream lines(read(root / ".gitignore"));
  for (std::string line; std::getline(lines, line);) {
    line.erase(std::remove(line.begin(), line.end(), '/'), line.end());
    if (!line.empty()) names.push_back(line);
  }
  return names;
}

}  // namespace

std::vector<std::string> top_level() {
  const std::vector<std::string> skip = ignored();
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    std::string name = entry.path().filename().string();
    if (std::find(skip.begin(), skip.end(), name) == skip.end()) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<File> read_files() {
  std::vector<File> files;
  for (const std::string& name : top_level()) {
    if (std::filesystem::is_regular_file(root / name)) files.push_back({name, read(root / name)});
    if (!std::filesystem::is_directory(root / name)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / name)) {
      if (!entry.is_regular_file()) continue;
      files.push_back({entry.path().lexically_relative(root).generic_string(), read(entry.path())});
    }
  }
  std::sort(files.begin(), files.end(),
            [](const File& a, const File& b) { return a.path < b.path; });
  return files;
}

}  // namespace project
