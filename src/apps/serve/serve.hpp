#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "apps/daemon/guides.hpp"

namespace tonelint::serve {

/// What `tonelint serve` was asked to do. The defaults are safe on the machine of one agent.
struct Settings {
  std::string address = "127.0.0.1";         ///< A name or a number of this machine.
  std::uint16_t port = 7878;                 ///< 0: any that is free.
  std::vector<daemon::GuideSetting> guides;  ///< The first one serves where none is named.
  daemon::LoadGuide load;

  std::string tokens;        ///< Lines or words "name:token"; empty: none is asked for.
  std::string hook_secrets;  ///< As `tokens`, by the name of the helpdesk; empty: no webhooks.
  std::string hook_log;      ///< The file to which results of webhooks are appended.
  bool hook_text = false;    ///< Write the replies there too.
  std::vector<std::string> origins;  ///< Of pages that may ask: "https://acme.example".
  std::vector<std::string> hosts;    ///< Names of this service besides those of the machine itself.
  std::string certificate, key;      ///< Bytes of PEM. Both empty: no TLS.

  std::size_t body_bytes = 1u << 20;
  std::size_t header_bytes = 32u << 10;   ///< What MHD may keep of a request besides the body.
  std::chrono::seconds request_time{15};  ///< For a request to arrive in full.
  std::chrono::seconds idle_time{60};     ///< For the next request of a connection to begin.
  std::chrono::seconds drain_time{10};    ///< For what is under way when the service is to end.
  unsigned connections = 1024;
  unsigned rate = 0;     ///< Requests a second of one client; 0: as many as it likes.
  unsigned threads = 0;  ///< 0: as many as the machine has cores.
  bool log_requests = true;
};

/// Serves until SIGTERM or SIGINT. Nothing when all went well; else why it could not begin.
/// `words` are those the settings were read from.
///
/// Two programs are made of the same files. The one with the HTTP library in it, tonelint-serve,
/// works here; tonelint itself, which would start more slowly with it, becomes that program.
[[nodiscard]] std::optional<std::string> serve(const Settings& settings,
                                               std::span<char* const> words);

}  // namespace tonelint::serve
