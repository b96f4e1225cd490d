#include "apps/cli/become.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

namespace tonelint::cli {
namespace {

/// The folder that this program lies in, with a slash.
std::string own_folder() {
  std::array<char, 4096> path{};
  const ssize_t size = readlink("/proc/self/exe", path.data(), path.size());
  if (size <= 0) return {};
  const std::string whole(path.data(), static_cast<std::size_t>(size));
  return whole.substr(0, whole.rfind('/') + 1);
}

}  // namespace

std::optional<std::string> become(std::string_view command, std::span<char* const> words) {
  std::string tonelint = "tonelint";
  std::string name(command);
  const std::string program = "tonelint-" + name;
  std::vector<char*> all{tonelint.data(), name.data()};
  all.insert(all.end(), words.begin(), words.end());
  all.push_back(nullptr);
  for (const char* place : {"", "../libexec/tonelint/"}) {
    execv((own_folder() + place + program).c_str(), all.data());
    if (errno != ENOENT) break;
  }
  if (errno == ENOENT) {
    return "the program " + program + ", which belongs to this command, is not installed.";
  }
  return "can't start " + program + ": " + std::strerror(errno) + ".";
}

}  // namespace tonelint::cli
