#include "apps/serve/listen.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace tonelint::serve {
namespace {

constexpr int first_passed = 3;
constexpr int backlog = 1024;

int number_in(const char* variable) {
  const char* value = std::getenv(variable);
  int number = 0;
  if (value != nullptr) std::from_chars(value, value + std::strlen(value), number);
  return number;
}

/// Says where a socket listens.
void describe(Listener& listener) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (getsockname(listener.socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return;
  char text[INET6_ADDRSTRLEN] = "";
  if (address.ss_family == AF_INET) {
    const auto& four = reinterpret_cast<const sockaddr_in&>(address);
    inet_ntop(AF_INET, &four.sin_addr, text, sizeof text);
    listener.local = (ntohl(four.sin_addr.s_addr) >> 24) == 127;
    listener.name = std::string(text) + ":" + std::to_string(ntohs(four.sin_port));
  } else if (address.ss_family == AF_INET6) {
    const auto& six = reinterpret_cast<const sockaddr_in6&>(address);
    inet_ntop(AF_INET6, &six.sin6_addr, text, sizeof text);
    listener.local = IN6_IS_ADDR_LOOPBACK(&six.sin6_addr) != 0;
    listener.name = "[" + std::string(text) + "]:" + std::to_string(ntohs(six.sin6_port));
  } else if (address.ss_family == AF_UNIX) {
    listener.local = true;
    listener.name = "unix:" + std::string(reinterpret_cast<const sockaddr_un&>(address).sun_path);
  }
}

std::vector<Listener> passed() {
  if (number_in("LISTEN_PID") != getpid()) return {};
  std::vector<Listener> listeners;
  for (int i = 0; i < number_in("LISTEN_FDS"); ++i) {
    Listener& listener = listeners.emplace_back();
    listener.socket = first_passed + i;
    fcntl(listener.socket, F_SETFD, FD_CLOEXEC);
    fcntl(listener.socket, F_SETFL, fcntl(listener.socket, F_GETFL) | O_NONBLOCK);
    describe(listener);
  }
  return listeners;
}

/// Makes a socket that listens; the number of the error that stopped it, or 0.
int make(const addrinfo& wanted, int& made) {
  made = socket(wanted.ai_family, wanted.ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (made < 0) return errno;
  const int yes = 1;
  setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (bind(made, wanted.ai_addr, wanted.ai_addrlen) == 0 && listen(made, backlog) == 0) return 0;
  const int error = errno;
  close(made);
  return error;
}

}  // namespace

std::vector<Listener> listen_at(const std::string& address, std::uint16_t port, std::string& why) {
  if (auto listeners = passed(); !listeners.empty()) return listeners;
  const std::string place = address + ":" + std::to_string(port);
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int failure = getaddrinfo(address.c_str(), std::to_string(port).c_str(), &hints, &found);
  if (failure != 0) {
    why = "can't listen at " + place + ": " + gai_strerror(failure) + ".";
    return {};
  }
  Listener listener;
  const int error = make(*found, listener.socket);
  freeaddrinfo(found);
  if (error != 0) {
    why = "can't listen at " + place + ": " + std::strerror(error) + ".";
    if (error == EADDRINUSE) {
      why += " Another program has this port (or tonelint runs already); choose one with --port.";
    }
    return {};
  }
  describe(listener);
  return {listener};
}

}  // namespace tonelint::serve
