// `run` in tonelint itself: it becomes the program tonelint-milter.

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "apps/milter/milter.hpp"

namespace tonelint::milter {
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

std::optional<std::string> run(const Settings&, std::span<char* const> words) {
  std::string name = "tonelint", command = "milter";
  std::vector<char*> all{name.data(), command.data()};
  all.insert(all.end(), words.begin(), words.end());
  all.push_back(nullptr);
  // Beside this one in a build, and in its own place where it is installed.
  for (const char* place : {"tonelint-milter", "../libexec/tonelint/tonelint-milter"}) {
    execv((own_folder() + place).c_str(), all.data());
    if (errno != ENOENT) break;
  }
  if (errno == ENOENT) {
    return "the mail gateway is a package of its own, which is not here: tonelint-milter.";
  }
  return "can't start tonelint-milter: " + std::string(std::strerror(errno)) + ".";
}

}  // namespace tonelint::milter
