#pragma once

#include <atomic>

#include "apps/daemon/guides.hpp"
#include "apps/milter/milter.hpp"

namespace tonelint::milter {

/// What all connections of the mail server share. libmilter hands a callback nothing of ours before
/// it has made a connection's own data, so there is one for the program, set before it begins.
struct Gateway {
  explicit Gateway(const Settings& asked) : settings(asked), guides(asked.load, {asked.guide}) {}

  const Settings& settings;
  daemon::Guides guides;
  std::atomic<int> mails_under_way = 0;
};

/// Tells libmilter what to call, and for whom. What went wrong, or nothing.
[[nodiscard]] std::string register_gateway(Gateway& gateway);

}  // namespace tonelint::milter
