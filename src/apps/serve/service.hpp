#pragma once

#include <atomic>
#include <optional>
#include <string>

#include "apps/daemon/guides.hpp"
#include "apps/serve/hooks.hpp"
#include "apps/serve/http.hpp"
#include "apps/serve/metrics.hpp"
#include "apps/serve/rates.hpp"
#include "apps/serve/remembered.hpp"
#include "apps/serve/serve.hpp"
#include "apps/serve/tokens.hpp"

namespace tonelint::serve {

/// What answers requests, whatever brings them. Any number of threads may ask at once.
class Service {
 public:
  explicit Service(const Settings& asked)
      : settings(asked), guides(asked.load, asked.guides), rates(asked.rate) {}

  /// Decides by the head of a request whether it is answered at all: its path, its method, where it
  /// comes from and how often. Nothing: it may go on. Fills in `route` and `key`.
  [[nodiscard]] std::optional<Answer> refuse(Request& request);
  /// Answers a request that was not refused.
  [[nodiscard]] Answer answer(const Request& request);
  /// What goes on with every answer: headers for browsers, counts, the log.
  void finish(const Request& request, Answer& answer);

  const Settings& settings;
  daemon::Guides guides;
  Tokens tokens;
  Rates rates;
  Remembered sent_anyway;  ///< Drafts with warnings, by choice of their agents.
  Hooks hooks;
  Metrics metrics;
  std::atomic<bool> draining = false;  ///< The service is about to end.
};

/// The guide that a request names, or what to answer when there is none.
struct WantedGuide {
  std::shared_ptr<const daemon::ServedGuide> guide;
  std::optional<Answer> refused;
};
[[nodiscard]] WantedGuide wanted_guide(const Service& service, const Request& request);

// The endpoints.
[[nodiscard]] Answer answer_check(Service& service, const Request& request);
[[nodiscard]] Answer answer_fix(Service& service, const Request& request);
[[nodiscard]] Answer answer_rules(Service& service, const Request& request);
[[nodiscard]] Answer answer_rule(Service& service, const Request& request);
[[nodiscard]] Answer answer_hook(Service& service, const Request& request);
[[nodiscard]] Answer answer_file(Service& service, const Request& request);

}  // namespace tonelint::serve
