#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tonelint::serve {

/// A socket that listens.
struct Listener {
  int socket = -1;
  bool local = false;  ///< Only this machine can reach it.
  std::string name;    ///< "127.0.0.1:7878", "[::1]:7878" or the path of a socket.
};

/// The sockets that systemd passed on (LISTEN_FDS), or one that is made here. When that fails,
/// `why` says so and there are none.
[[nodiscard]] std::vector<Listener> listen_at(const std::string& address, std::uint16_t port,
                                              std::string& why);

}  // namespace tonelint::serve
