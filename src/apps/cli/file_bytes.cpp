#include "apps/cli/file_bytes.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <limits>

#include "apps/cli/files.hpp"

namespace tonelint::cli {
namespace {

constexpr std::size_t worth_mapping = 1u << 20;
constexpr std::size_t worth_forgetting = 8u << 20;

}  // namespace

FileBytes::~FileBytes() {
  if (map_ != nullptr) munmap(map_, view_.size());
}

std::string FileBytes::open(const std::string& path) {
  struct stat about {};
  const bool large =
      path != "-" && stat(path.c_str(), &about) == 0 && S_ISREG(about.st_mode) &&
      static_cast<std::size_t>(about.st_size) >= worth_mapping &&
      static_cast<std::size_t>(about.st_size) <= std::numeric_limits<std::uint32_t>::max();
  if (large) {
    const auto size = static_cast<std::size_t>(about.st_size);
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    void* map = file < 0 ? MAP_FAILED : mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (file >= 0) close(file);
    if (map != MAP_FAILED) {
      map_ = map;
      view_ = {static_cast<const char*>(map), size};
      return {};
    }
  }
  std::string problem = read_file(path, read_);
  view_ = read_;
  return problem;
}

void FileBytes::forget_before(std::size_t byte) {
  if (map_ == nullptr || byte < forgotten_ + worth_forgetting) return;
  const std::size_t end = byte / worth_forgetting * worth_forgetting;
  madvise(static_cast<char*>(map_) + forgotten_, end - forgotten_, MADV_DONTNEED);
  forgotten_ = end;
}

}  // namespace tonelint::cli
