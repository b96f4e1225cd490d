#include "apps/daemon/log.hpp"

#include <unistd.h>

#include <cstdio>
#include <ctime>
#include <exception>

#include "apps/daemon/members.hpp"

namespace tonelint::daemon {

std::string now_as_text() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  std::tm parts{};
  gmtime_r(&now.tv_sec, &parts);
  char time[sizeof "2026-01-01T00:00:00"];
  std::strftime(time, sizeof time, "%Y-%m-%dT%H:%M:%S", &parts);
  char thousandths[8];
  std::snprintf(thousandths, sizeof thousandths, ".%03dZ", static_cast<int>(now.tv_nsec / 1000000));
  return std::string(time).append(thousandths);
}

LogLine::LogLine(std::string_view event) {
  text_ = "{\"time\":\"" + now_as_text() + "\"";
  add("event", event);
}

LogLine::~LogLine() {
  // A log that nobody reads must not stop the service, nor one that there is no memory for.
  try {
    text_ += "}\n";
    static_cast<void>(!write(2, text_.data(), text_.size()));
  } catch (const std::exception&) {
  }
}

LogLine& LogLine::add(std::string_view key, std::string_view value) {
  add_member(text_, key, value);
  return *this;
}

LogLine& LogLine::add(std::string_view key, std::uint64_t value) {
  add_member(text_, key, value);
  return *this;
}

}  // namespace tonelint::daemon
