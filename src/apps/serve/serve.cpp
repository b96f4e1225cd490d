#include "apps/serve/serve.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <new>

#include "apps/daemon/log.hpp"
#include "apps/serve/server.hpp"

namespace tonelint::serve {
namespace {

using Clock = std::chrono::steady_clock;
constexpr timespec tick{0, 250'000'000};

/// Why a place that others can reach may not be served, or nothing.
std::string too_open(const std::vector<Listener>& listeners, const Service& service) {
  for (const Listener& listener : listeners) {
    if (listener.local || !service.tokens.empty()) continue;
    return "other machines can reach " + listener.name +
           ", so clients need a token there: give --tokens FILE with a line such as "
           "“helpdesk:…”, or serve at 127.0.0.1 only.";
  }
  return {};
}

/// As many files as the system allows: each connection is one.
void raise_file_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

sigset_t our_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
  return signals;
}

Connections::Limits limits_of(const Settings& settings) {
  return {settings.idle_time, settings.request_time, std::chrono::seconds(60),
          !settings.certificate.empty()};
}

/// Sweeps and reloads until a signal says that it is time to end.
void run(Service& service, Server& server, const sigset_t& signals) {
  auto looked = Clock::now();
  while (true) {
    const int signal = sigtimedwait(&signals, nullptr, &tick);
    if (signal == SIGTERM || signal == SIGINT) return;
    try {
      if (signal == SIGHUP) {
        service.guides.reload(true);
        service.hooks.reopen();
      }
      server.connections.sweep(limits_of(service.settings));
      if (const auto now = Clock::now(); now - looked >= std::chrono::seconds(1)) {
        looked = now;
        service.guides.reload(false);
      }
    } catch (const std::bad_alloc&) {  // There may be memory for it the next time.
    }
  }
}

/// Lets what is under way come to its end. Answers say that the connection ends; connections that
/// say nothing for a second are ended.
void drain(Service& service, Server& server, const sigset_t& signals) {
  daemon::LogLine("ending").add("connections", server.connections.count());
  service.draining = true;
  server.quiesce();
  Connections::Limits limits = limits_of(service.settings);
  limits.idle = std::min(limits.idle, std::chrono::seconds(1));
  const auto end = Clock::now() + service.settings.drain_time;
  constexpr timespec short_tick{0, 20'000'000};
  while (server.connections.count() > 0 && Clock::now() < end) {
    server.connections.sweep(limits);
    const int signal = sigtimedwait(&signals, nullptr, &short_tick);
    if (signal == SIGTERM || signal == SIGINT) return;  // said twice: at once
  }
}

/// For people: where it is. For programs there is the log.
void announce(const std::vector<Listener>& listeners, const Settings& settings) {
  const std::string scheme = settings.certificate.empty() ? "http://" : "https://";
  for (const Listener& listener : listeners) {
    const bool path = listener.name.starts_with("unix:");
    const std::string place = path ? listener.name : scheme + listener.name + "/";
    std::printf("tonelint serves at %s\n", place.c_str());
    daemon::LogLine("listening").add("address", place);
  }
  if (isatty(1) == 1) std::printf("Open it in a browser to try a draft. Ctrl-C ends it.\n");
  std::fflush(stdout);
}

}  // namespace

std::optional<std::string> serve(const Settings& settings, std::span<char* const>) {
  Service service(settings);
  if (std::string why = service.tokens.read(settings.tokens); !why.empty()) return why;
  if (std::string why = service.hooks.open(settings); !why.empty()) return why;
  if (settings.certificate.empty() != settings.key.empty()) {
    return "TLS needs both --certificate and --key.";
  }
  raise_file_limit();
  std::string why;
  const std::vector<Listener> listeners = listen_at(settings.address, settings.port, why);
  if (why.empty()) why = too_open(listeners, service);
  // Clients that come meanwhile wait.
  if (why.empty()) why = service.guides.load();
  if (!why.empty()) return why;
  // Blocked before there are threads, so that all of them leave signals to this one.
  const sigset_t signals = our_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  Server server(service);
  for (const Listener& listener : listeners) {
    why = server.start(listener);
    if (!why.empty()) return why;
  }
  announce(listeners, settings);
  run(service, server, signals);
  drain(service, server, signals);
  daemon::LogLine("ended").add("connections", server.connections.count());
  return std::nullopt;
}

}  // namespace tonelint::serve
