#include "apps/cli/replace.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <memory>

#include "apps/cli/files.hpp"
#include "apps/cli/stream.hpp"
#include "apps/cli/successor.hpp"

namespace tonelint::cli {
namespace {

/// Gives the number of the error, or 0.
int write_like(int file, std::string_view bytes, const struct stat& like) {
  // Only who may, may give files away; the group alone is often allowed.
  if (fchown(file, like.st_uid, like.st_gid) != 0) {
    static_cast<void>(fchown(file, static_cast<uid_t>(-1), like.st_gid) == 0);
  }
  if (fchmod(file, like.st_mode & 07777) != 0) return errno;
  if (const int error = write_to(file, bytes); error != 0) return error;
  return fsync(file) == 0 ? 0 : errno;
}

/// Makes a rename last through a loss of power. Some file systems can't, and need not.
void settle_folder(std::string_view path) {
  const int folder = open(std::string(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  static_cast<void>(fsync(folder));
  close(folder);
}

}  // namespace

std::string replace_file(const std::string& path, std::string_view old_bytes,
                         std::string_view new_bytes) {
  const std::unique_ptr<char, decltype(&std::free)> real(realpath(path.c_str(), nullptr),
                                                         &std::free);
  struct stat like {};
  if (real == nullptr || stat(real.get(), &like) != 0) return reason(errno);
  if (!S_ISREG(like.st_mode)) return "it is not a file that can be replaced";
  if (access(real.get(), W_OK) != 0) return reason(errno);
  const std::string_view folder = folder_of(real.get());
  Successor successor(folder);
  if (!successor.is_open()) return reason(errno) + " (in its folder)";
  if (const int error = write_like(successor.file(), new_bytes, like); error != 0) {
    return reason(error);
  }
  std::string now;
  if (std::string problem = read_file(real.get(), now); !problem.empty()) return problem;
  if (now == new_bytes) return {};  // the same file by another name
  if (now != old_bytes) return "it was changed meanwhile";
  if (const int error = successor.take_place_of(real.get()); error != 0) return reason(error);
  settle_folder(folder);
  return {};
}

}  // namespace tonelint::cli
