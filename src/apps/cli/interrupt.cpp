#include "apps/cli/interrupt.hpp"

#include <atomic>
#include <csignal>

namespace tonelint::cli {
namespace {

/// Its number, or 0. Any thread may ask, and a handler must not wait.
std::atomic<int> signal_seen = 0;
static_assert(std::atomic<int>::is_always_lock_free);

}  // namespace

void listen_for_interrupt() {
  struct sigaction action {};
  action.sa_handler = [](int signal) { signal_seen = signal; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // without SA_RESTART: what waits wakes up
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() { return signal_seen != 0; }

int interrupted_exit() { return 128 + signal_seen; }

}  // namespace tonelint::cli
