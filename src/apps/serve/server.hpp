#pragma once

#include <memory>
#include <string>
#include <vector>

#include "apps/serve/connections.hpp"
#include "apps/serve/listen.hpp"
#include "apps/serve/service.hpp"

struct MHD_Daemon;

namespace tonelint::serve {

/// What the callbacks of libmicrohttpd are given.
struct World {
  Service& service;
  Connections& connections;
  bool encrypted;
};

/// What brings requests to the service: GNU libmicrohttpd, with a few threads for each socket.
class Server {
 public:
  explicit Server(Service& service) : service_(service) {}
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Begins to serve at a socket, which is closed in the end. What went wrong, or nothing.
  [[nodiscard]] std::string start(const Listener& listener);
  /// Takes no new connections; those that are open go on.
  void quiesce();

  Connections connections;

 private:
  Service& service_;
  World world_{service_, connections, !service_.settings.certificate.empty()};
  std::vector<MHD_Daemon*> daemons_;
};

}  // namespace tonelint::serve
