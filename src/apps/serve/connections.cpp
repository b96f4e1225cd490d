#include "apps/serve/connections.hpp"

#include <sys/socket.h>

#include <string>

#include "apps/serve/http.hpp"

namespace tonelint::serve {
namespace {

std::string too_slow() {
  const Answer answer = problem(408, "too-slow", "Request Timeout",
                                "The request did not arrive in full in the time there is.");
  return "HTTP/1.1 408 Request Timeout\r\nContent-Type: " + std::string(answer.type) +
         "\r\nContent-Length: " + std::to_string(answer.body.size()) +
         "\r\nConnection: close\r\n\r\n" + answer.body;
}

constexpr std::chrono::seconds grace{1};

/// Whether nothing more will come: the other side has closed its half.
bool has_left(int socket) {
  char byte = 0;
  return recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

}  // namespace

void Connections::Visit::enter(State state) {
  const std::lock_guard lock(mutex_);
  state_ = state;
  since_ = Clock::now();
}

Connections::Visit* Connections::open(int socket) {
  const std::lock_guard lock(mutex_);
  Visit& visit = visits_.emplace_front();
  visit.socket_ = socket;
  visit.place_ = visits_.begin();
  return &visit;
}

void Connections::close(Visit* visit) {
  const std::lock_guard lock(mutex_);
  visits_.erase(visit->place_);
}

std::size_t Connections::count() const {
  const std::lock_guard lock(mutex_);
  return visits_.size();
}

void Connections::sweep(const Limits& limits) {
  // A socket is closed only after `close`, which waits for this lock; so none is another's by now.
  const std::lock_guard lock(mutex_);
  const auto now = Clock::now();
  for (Visit& visit : visits_) {
    const std::lock_guard visit_lock(visit.mutex_);
    const auto limit = visit.state_ == State::idle      ? limits.idle
                       : visit.state_ == State::reading ? limits.reading
                                                        : limits.answering;
    const auto age = now - visit.since_;
    // The grace is for what MHD has taken from the socket and not yet handed on.
    const bool left = visit.state_ != State::answering && age >= grace && has_left(visit.socket_);
    if (age < limit && !left) continue;
    if (visit.state_ == State::reading && !left && !limits.encrypted) {
      const std::string text = too_slow();
      static_cast<void>(send(visit.socket_, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
    }
    shutdown(visit.socket_, SHUT_RDWR);
  }
}

}  // namespace tonelint::serve
