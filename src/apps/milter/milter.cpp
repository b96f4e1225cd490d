#include "apps/milter/milter.hpp"

#include <libmilter/mfapi.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "apps/daemon/log.hpp"
#include "apps/milter/gateway.hpp"
#include "apps/milter/mail.hpp"

/// libmilter has a thread that waits for SIGTERM, SIGINT and SIGHUP, and would end at each of them
/// and drop all connections. It finds this function in place of the system's, and so waits for
/// ever: here signals are for the first thread.
extern "C" __attribute__((visibility("default"))) int sigwait(const sigset_t*, int*) {
  for (;;) pause();
}

namespace tonelint::milter {
namespace {

using Clock = std::chrono::steady_clock;
constexpr timespec tick{0, 50'000'000};

volatile std::sig_atomic_t asked_to_end = 0;
volatile std::sig_atomic_t asked_to_reload = 0;

void listen_for_signals() {
  struct sigaction action {};
  action.sa_handler = [](int signal) { (signal == SIGHUP ? asked_to_reload : asked_to_end) = 1; };
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaction(signal, &action, nullptr);
}

/// libmilter on a thread of its own.
class Listener {
 public:
  void start() {
    std::thread([this] {
      sigset_t all;
      sigfillset(&all);
      pthread_sigmask(SIG_BLOCK, &all, nullptr);
      failed_ = smfi_main() != MI_SUCCESS;
      over_ = true;
    }).detach();
  }
  [[nodiscard]] bool over() const { return over_; }
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  std::atomic<bool> over_ = false, failed_ = false;
};

/// Where libmilter would listen at every address, this machine's own is meant.
std::string socket_of(const Settings& settings) {
  const std::string& asked = settings.socket;
  const bool everywhere = asked.starts_with("inet:") && asked.find('@') == std::string::npos;
  return everywhere ? asked + "@127.0.0.1" : asked;
}

/// libmilter answers in small pieces, each of which the system would hold back until the one before
/// is acknowledged: 40 ms for every mail. Connections take this setting over from the socket that
/// listens. libmilter keeps that one to itself, so it is looked for among the files of the process.
void answer_without_delay() {
  constexpr int most_files = 64;
  for (int file = 3; file < most_files; ++file) {
    int listens = 0;
    socklen_t size = sizeof listens;
    if (getsockopt(file, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) != 0 || listens == 0) continue;
    const int yes = 1;
    setsockopt(file, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);  // of no use to other sockets
  }
}

std::string open(const std::string& socket) {
  std::string place = socket;
  if (smfi_setconn(place.data()) != MI_SUCCESS || smfi_opensocket(true) != MI_SUCCESS) {
    return "can't listen at " + socket +
           ". Is tonelint running already, or another program at this place? A socket is "
           "written as inet:7879@127.0.0.1 or unix:/run/tonelint/milter.";
  }
  answer_without_delay();
  return {};
}

/// Loads the guide again when it has changed, until a signal says that it is time to end.
void run_until_asked(Gateway& gateway, const Listener& listener) {
  auto looked = Clock::now();
  while (asked_to_end == 0 && !listener.over()) {
    nanosleep(&tick, nullptr);
    const bool all = asked_to_reload != 0;
    asked_to_reload = 0;
    if (const auto now = Clock::now(); all || now - looked >= std::chrono::seconds(1)) {
      looked = now;
      gateway.guides.reload(all);
    }
  }
}

/// Lets the mails that are under way come to their end. libmilter would not: told to end, it
/// leaves all connections.
void drain(const Gateway& gateway) {
  const auto end = Clock::now() + gateway.settings.drain_time;
  asked_to_end = 0;
  while (gateway.mails_under_way > 0 && asked_to_end == 0 && Clock::now() < end) {
    nanosleep(&tick, nullptr);
  }
}

}  // namespace

std::optional<std::string> run(const Settings& settings, std::span<char* const>) {
  prepare_mail_library();
  Gateway gateway(settings);
  if (std::string why = gateway.guides.load(); !why.empty()) return why;
  if (std::string why = register_gateway(gateway); !why.empty()) return why;
  const std::string socket = socket_of(settings);
  if (std::string why = open(socket); !why.empty()) return why;
  listen_for_signals();
  Listener listener;
  listener.start();
  std::printf("tonelint checks mail at %s\n", socket.c_str());
  std::fflush(stdout);
  daemon::LogLine("listening").add("address", socket);
  run_until_asked(gateway, listener);
  daemon::LogLine("ending").add("mails", std::uint64_t(gateway.mails_under_way));
  drain(gateway);
  daemon::LogLine("ended").add("mails", std::uint64_t(gateway.mails_under_way));
  if (listener.failed()) return "libmilter has stopped; the system's log says why.";
  // libmilter would take seconds to end its threads, which wait for nothing any more.
  if (const std::size_t colon = socket.find(':'); !socket.starts_with("inet")) {
    unlink(socket.substr(colon + 1).c_str());
  }
  std::_Exit(0);
}

}  // namespace tonelint::milter
