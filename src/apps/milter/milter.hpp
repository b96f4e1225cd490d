#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "apps/daemon/guides.hpp"

namespace tonelint::milter {

/// What `tonelint milter` was asked to do. Mail always goes on but for `refuse`.
struct Settings {
  std::string socket = "inet:7879@127.0.0.1";  ///< As Postfix and Sendmail write it.
  daemon::GuideSetting guide;
  daemon::LoadGuide load;

  bool refuse = false;                  ///< Mail with an error is refused, not only marked.
  bool authenticated = false;           ///< Only mail of those who have logged in is checked.
  std::vector<std::string> senders;     ///< Only mail from these addresses is checked,
  std::vector<std::string> domains;     ///< or from these domains; both empty: from all.
  std::size_t mail_bytes = 8u << 20;    ///< What lies behind is let through unread.
  std::chrono::seconds drain_time{10};  ///< For what is under way when the gateway is to end.
  bool log_mails = true;
};

/// Checks mail until SIGTERM or SIGINT. Nothing when all went well; else why it could not begin.
/// `words` are those the settings were read from.
///
/// Two programs are made of the same files. The one with the mail library in it, tonelint-milter,
/// works here; tonelint itself, which would start more slowly with it, becomes that program.
[[nodiscard]] std::optional<std::string> run(const Settings& settings,
                                             std::span<char* const> words);

}  // namespace tonelint::milter
