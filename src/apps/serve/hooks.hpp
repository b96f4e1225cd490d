#pragma once

#include <mutex>
#include <string>
#include <string_view>

#include "apps/serve/remembered.hpp"
#include "apps/serve/serve.hpp"
#include "apps/serve/tokens.hpp"

namespace tonelint::serve {

/// The webhooks by which helpdesks tell what was sent: their secrets, and the file of results.
class Hooks {
 public:
  Hooks() = default;
  ~Hooks();
  Hooks(const Hooks&) = delete;
  Hooks& operator=(const Hooks&) = delete;

  /// Reads the secrets and opens the file. What went wrong, or nothing.
  [[nodiscard]] std::string open(const Settings& settings);
  /// Opens the file again, for it may have been moved away.
  void reopen();

  /// The secret of a helpdesk; empty when its webhooks are not taken.
  [[nodiscard]] std::string_view secret_of(std::string_view helpdesk) const;

  /// Whether this message was written before: helpdesks try again when an answer is late.
  [[nodiscard]] bool knows(const Remembered::Hash& message) { return known_.knows(message); }
  enum class Written { yes, before, failed };
  /// Appends a line in one piece, unless the message it is about was written before.
  [[nodiscard]] Written write(const Remembered::Hash& message, std::string_view line);

 private:
  [[nodiscard]] int open_file() const;

  Tokens secrets_;
  std::string path_;
  std::mutex mutex_;  ///< Of what follows.
  int file_ = -1;
  Remembered known_;
};

}  // namespace tonelint::serve
