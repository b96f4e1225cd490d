#pragma once

#include <chrono>
#include <cstddef>
#include <list>
#include <mutex>

namespace tonelint::serve {

/// The open connections. MHD ends one that is silent; one that drips a byte now and then is ended
/// here.
class Connections {
 public:
  using Clock = std::chrono::steady_clock;
  enum class State { idle, reading, answering };

  /// One connection.
  class Visit {
   public:
    void enter(State state);

   private:
    friend class Connections;
    std::mutex mutex_;
    int socket_ = -1;
    State state_ = State::idle;
    Clock::time_point since_ = Clock::now();
    std::list<Visit>::iterator place_;
  };

  /// How long a connection may stay in a state.
  struct Limits {
    std::chrono::seconds idle, reading, answering;
    bool encrypted = false;  ///< Nothing can be said then, only hung up.
  };

  [[nodiscard]] Visit* open(int socket);
  void close(Visit* visit);
  [[nodiscard]] std::size_t count() const;
  /// Ends connections that are past a limit; a request that never came in full gets a 408.
  /// So are those whose other side has left in the middle of a request.
  void sweep(const Limits& limits);

 private:
  mutable std::mutex mutex_;
  std::list<Visit> visits_;
};

}  // namespace tonelint::serve
