#include "apps/cli/successor.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace tonelint::cli {
namespace {

constexpr std::string_view prefix = ".tonelint-";
constexpr std::size_t random_letters = 6;

/// Removes a file, unless somebody is writing it.
void remove_remainder(int folder, const char* name) {
  const int file = openat(folder, name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (file < 0) return;
  struct stat about {};
  if (fstat(file, &about) == 0 && S_ISREG(about.st_mode) && flock(file, LOCK_EX | LOCK_NB) == 0) {
    unlinkat(folder, name, 0);
  }
  close(file);
}

}  // namespace

Successor::Successor(std::string_view folder) {
  struct stat about {};
  do {
    if (file_ >= 0) close(file_);
    path_ = (folder.empty() ? "." : std::string(folder)) + "/";
    path_.append(prefix).append(random_letters, 'X');
    file_ = mkostemp(path_.data(), O_CLOEXEC);
    // Who cleans up may have taken it for a remainder before it was locked.
  } while (file_ >= 0 && flock(file_, LOCK_EX) == 0 && fstat(file_, &about) == 0 &&
           about.st_nlink == 0);
}

Successor::~Successor() {
  if (file_ < 0) return;
  close(file_);
  if (!placed_) unlink(path_.c_str());
}

int Successor::take_place_of(const char* other) {
  if (rename(path_.c_str(), other) != 0) return errno;
  placed_ = true;
  return 0;
}

void remove_remainders(std::string_view folder) {
  DIR* const directory = opendir(folder.empty() ? "." : std::string(folder).c_str());
  if (directory == nullptr) return;
  while (const dirent* entry = readdir(directory)) {
    const std::string_view name = entry->d_name;
    if (name.starts_with(prefix) && name.size() == prefix.size() + random_letters) {
      remove_remainder(dirfd(directory), entry->d_name);
    }
  }
  closedir(directory);
}

}  // namespace tonelint::cli
