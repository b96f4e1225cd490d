#include "apps/cli/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>

#include "apps/cli/stream.hpp"

namespace tonelint::cli {
namespace {

constexpr std::chrono::milliseconds first_after{400}, then_after{100};
constexpr std::size_t bar = 24;  // columns

/// "12,345"
std::string grouped(std::size_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

std::string duration(double seconds) {
  const auto whole = static_cast<std::size_t>(std::ceil(seconds));
  return whole < 90 ? std::to_string(whole) + " s" : std::to_string((whole + 59) / 60) + " min";
}

bool is_terminal() {
  const char* kind = std::getenv("TERM");
  return isatty(2) == 1 && (kind == nullptr || std::string_view(kind) != "dumb");
}

}  // namespace

Progress::Progress(bool wanted) : wanted_(wanted && is_terminal()) {}

void Progress::show(std::size_t replies, double part) {
  if (!wanted_) return;
  const Clock::time_point now = Clock::now();
  if (now - last_ < (shown_ ? then_after : first_after)) return;
  last_ = now;
  shown_ = true;
  part = std::clamp(part, 0.0, 1.0);
  const double spent = std::chrono::duration<double>(now - begin_).count();
  const auto filled = static_cast<std::size_t>(part * bar);
  std::string line = "\r\x1b[K";
  for (std::size_t i = 0; i < bar; ++i) line += i < filled ? "━" : "╌";
  line += ' ' + std::to_string(static_cast<int>(part * 100)) + " %  " + grouped(replies) +
          (replies == 1 ? " reply, " : " replies, ") +
          grouped(static_cast<std::size_t>(static_cast<double>(replies) / spent)) + " a second";
  if (part > 0.01) line += ", " + duration(spent / part - spent) + " left";
  write_error(line);
}

void Progress::clear() {
  if (shown_) write_error("\r\x1b[K");
  shown_ = false;
}

}  // namespace tonelint::cli
