#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "apps/daemon/members.hpp"

struct MHD_Connection;

namespace tonelint::serve {

/// A request of HTTP. The views hold while it is answered.
struct Request {
  std::string_view method, path;
  std::string body;
  MHD_Connection* connection = nullptr;
  std::string key;           ///< The name of the token it came with.
  bool encrypted = false;    ///< It came over TLS.
  std::string_view route{};  ///< The pattern of its path, for logs and metrics.
  std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();

  [[nodiscard]] std::optional<std::string_view> header(const char* name) const;
  /// A parameter behind the "?", decoded; "" for one without a value.
  [[nodiscard]] std::optional<std::string_view> query(const char* name) const;
  /// Whether a parameter says yes: "?name", "?name=1" or "?name=true".
  [[nodiscard]] bool asks_for(const char* name) const;
  /// The address it came from, as bytes: one client, one text.
  [[nodiscard]] std::string client() const;
};

/// What a request gets.
struct Answer {
  unsigned status = 200;
  std::string body;
  std::string_view type = "application/json";
  std::string_view constant{};  ///< Instead of `body`: bytes that are always there.
  std::vector<std::pair<std::string, std::string>> headers{};
  std::string_view verdict{};  ///< For the log.
  std::string guide{};         ///< For the log.
};

/// An answer that says what is wrong, after RFC 9457. `kind` is what a program tells it by.
[[nodiscard]] Answer problem(unsigned status, std::string_view kind, std::string_view title,
                             std::string_view detail);

}  // namespace tonelint::serve
