#include "apps/cli/replace.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "apps/cli/files.hpp"
#include "apps/cli/stream.hpp"

namespace tonelint::cli {
namespace {

constexpr std::string_view prefix = ".tonelint-";
constexpr std::size_t random_letters = 6;

/// The file that will take the other's place; gone again unless it does. It is locked for as long
/// as it is being written.
class Successor {
 public:
  explicit Successor(std::string_view folder) {
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
  ~Successor() {
    if (file_ < 0) return;
    close(file_);
    if (!placed_) unlink(path_.c_str());
  }
  Successor(const Successor&) = delete;
  Successor& operator=(const Successor&) = delete;

  [[nodiscard]] bool is_open() const { return file_ >= 0; }

  /// Gives the number of the error, or 0.
  int write(std::string_view bytes, const struct stat& like) {
    // Only who may, may give files away; the group alone is often allowed.
    if (fchown(file_, like.st_uid, like.st_gid) != 0) {
      static_cast<void>(fchown(file_, static_cast<uid_t>(-1), like.st_gid) == 0);
    }
    if (fchmod(file_, like.st_mode & 07777) != 0) return errno;
    if (const int error = write_to(file_, bytes); error != 0) return error;
    return fsync(file_) == 0 ? 0 : errno;
  }
  int take_place_of(const char* other) {
    if (rename(path_.c_str(), other) != 0) return errno;
    placed_ = true;
    return 0;
  }

 private:
  std::string path_;
  int file_ = -1;
  bool placed_ = false;
};

/// Makes a rename last through a loss of power. Some file systems can't, and need not.
void settle_folder(std::string_view path) {
  const int folder = open(std::string(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  static_cast<void>(fsync(folder));
  close(folder);
}

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
  if (const int error = successor.write(new_bytes, like); error != 0) return reason(error);
  std::string now;
  if (std::string problem = read_file(real.get(), now); !problem.empty()) return problem;
  if (now == new_bytes) return {};  // the same file by another name
  if (now != old_bytes) return "it was changed meanwhile";
  if (const int error = successor.take_place_of(real.get()); error != 0) return reason(error);
  settle_folder(folder);
  return {};
}

}  // namespace tonelint::cli
