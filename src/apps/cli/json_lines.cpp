#include "apps/cli/json_lines.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace tonelint::cli {
namespace {

constexpr std::size_t most_at_once = 64u << 10;
constexpr std::size_t longest_line = 16u << 20;

}  // namespace

/// Reads once. False when nothing came.
bool LineSource::fill() {
  if (ended_) return false;
  const std::size_t size = rest_.size();
  rest_.resize(size + most_at_once);
  ssize_t count = 0;
  do {
    count = read(file_, rest_.data() + size, most_at_once);
  } while (count < 0 && errno == EINTR);
  rest_.resize(size + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  if (count < 0) error_ = errno;
  if (count <= 0) ended_ = true;
  return count > 0;
}

void LineSource::pass_over_line() {
  while (true) {
    if (const std::size_t end = rest_.find('\n'); end != std::string::npos) {
      rest_.erase(0, end + 1);
      return;
    }
    rest_.clear();
    if (!fill()) return;
  }
}

bool LineSource::next(Lines& lines) {
  lines.bytes.clear();
  lines.too_long = false;
  lines.first = line_;
  std::size_t looked = 0;
  while (rest_.find('\n', looked) == std::string::npos) {
    looked = rest_.size();
    if (looked > longest_line) {
      lines.too_long = true;
      pass_over_line();
      ++line_;
      return true;
    }
    if (fill()) continue;
    if (error_ != 0 || rest_.empty()) return false;
    lines.bytes.swap(rest_);  // the last line, without an end
    return true;
  }
  const std::size_t end = rest_.rfind('\n') + 1;
  lines.bytes.assign(rest_, 0, end);
  rest_.erase(0, end);
  line_ += static_cast<std::size_t>(std::count(lines.bytes.begin(), lines.bytes.end(), '\n'));
  return true;
}

}  // namespace tonelint::cli
