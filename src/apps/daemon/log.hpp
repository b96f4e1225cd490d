#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tonelint::daemon {

/// The time as RFC 3339 writes it, with thousandths: "2026-01-01T00:00:00.000Z".
[[nodiscard]] std::string now_as_text();

/// One line of the log on standard error: an object of JSON with the time and what happened. It is
/// written when it goes out of scope, in one piece. Never give it words of a draft or a header.
///
/// @code
/// LogLine("reload").add("guide", name);
/// @endcode
class LogLine {
 public:
  explicit LogLine(std::string_view event);
  ~LogLine();
  LogLine(const LogLine&) = delete;
  LogLine& operator=(const LogLine&) = delete;

  LogLine& add(std::string_view key, std::string_view value);
  LogLine& add(std::string_view key, std::uint64_t value);

 private:
  std::string text_;
};

}  // namespace tonelint::daemon
