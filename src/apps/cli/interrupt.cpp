#include "apps/cli/interrupt.hpp"

#include <csignal>

namespace tonelint::cli {
namespace {

volatile std::sig_atomic_t pressed = 0;

}  // namespace

void listen_for_interrupt() {
  struct sigaction action {};
  action.sa_handler = [](int) { pressed = 1; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
}

bool interrupted() { return pressed != 0; }

}  // namespace tonelint::cli
