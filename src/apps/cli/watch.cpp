#include "apps/cli/watch.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <ctime>
#include <tuple>

#include "apps/cli/interrupt.hpp"
#include "apps/cli/stream.hpp"

namespace tonelint::cli {
namespace {

// A look at a few files costs microseconds, works on every file system, and nobody saves faster.
constexpr timespec pause{0, 200'000'000};

/// What changes when a file is written or replaced.
using Stamp = std::tuple<ino_t, off_t, time_t, long>;

std::vector<Stamp> stamps_of(const std::vector<std::string>& paths) {
  std::vector<Stamp> stamps;
  for (const std::string& path : paths) {
    struct stat file {};
    if (stat(path.c_str(), &file) != 0) {
      stamps.emplace_back();  // not there, at the moment
    } else {
      stamps.emplace_back(file.st_ino, file.st_size, file.st_mtim.tv_sec, file.st_mtim.tv_nsec);
    }
  }
  return stamps;
}

}  // namespace

int watch(const std::function<Watched()>& run) {
  listen_for_interrupt();
  const bool clears = isatty(1) == 1;
  while (true) {
    if (clears) static_cast<void>(write_to(1, "\x1b[H\x1b[2J\x1b[3J"));
    const Watched watched = run();
    if (watched.paths.empty()) {
      complain("there is no file to watch.");
      return watched.exit;
    }
    if (clears) static_cast<void>(write_to(1, "\nWaiting for changes. Ctrl-C ends this.\n"));
    const std::vector<Stamp> before = stamps_of(watched.paths);
    do {
      if (!interrupted()) nanosleep(&pause, nullptr);
      if (interrupted()) return watched.exit;
    } while (stamps_of(watched.paths) == before);
  }
}

}  // namespace tonelint::cli
