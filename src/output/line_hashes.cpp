#include "output/line_hashes.hpp"

#include <array>
#include <charconv>
#include <unordered_map>

#include "text/utf8.hpp"

namespace tonelint {
namespace {

constexpr std::uint64_t base = 37;
constexpr std::size_t window = 100;
constexpr char32_t end_of_text = 0xFFFF;

constexpr std::uint64_t power(std::size_t exponent) {
  std::uint64_t value = 1;
  while (exponent-- > 0) value *= base;
  return value;
}

constexpr std::uint64_t weight_behind_window = power(window);

/// Hashes every window that a line begins: the hash of all units until its end, less what stood
/// before it.
class Windows {
 public:
  std::vector<std::uint64_t> hashes;

  void begin_line() { lines_.push_back({units_, hash_}); }
  void add(char32_t unit) {
    hash_ = hash_ * base + unit;
    ++units_;
    if (hashes.size() == lines_.size()) return;
    const Begin& oldest = lines_[hashes.size()];
    if (units_ == oldest.units + window) {
      hashes.push_back(hash_ - weight_behind_window * oldest.hash);
    }
  }
  [[nodiscard]] bool complete() const { return hashes.size() == lines_.size(); }

 private:
  struct Begin {
    std::size_t units;
    std::uint64_t hash;
  };
  std::vector<Begin> lines_;
  std::uint64_t hash_ = 0;
  std::size_t units_ = 0;
};

}  // namespace

void LineHashes::build(std::string_view bytes) {
  Windows windows;
  bool begins = true;
  for (std::size_t at = 0; at < bytes.size();) {
    char32_t c = utf8::next(bytes, at);
    if (c == ' ' || c == '\t') continue;
    if (c == '\r') {
      if (at < bytes.size() && bytes[at] == '\n') ++at;
      c = '\n';
    }
    if (begins) windows.begin_line();
    begins = c == '\n';
    if (c >= 0x10000) {
      windows.add(0xD800 + ((c - 0x10000) >> 10));
      c = 0xDC00 + ((c - 0x10000) & 0x3FF);
    }
    windows.add(c);
  }
  if (begins) windows.begin_line();
  windows.add(end_of_text);
  while (!windows.complete()) windows.add(0);

  lines_.clear();
  std::unordered_map<std::uint64_t, std::uint32_t> seen;
  for (const std::uint64_t hash : windows.hashes) lines_.push_back({hash, ++seen[hash]});
}

std::string LineHashes::text(std::size_t line) const {
  if (line == 0 || line > lines_.size()) return {};
  const Line& found = lines_[line - 1];
  std::array<char, 32> digits{};
  char* const last = digits.data() + digits.size();
  char* end = std::to_chars(digits.data(), last, found.hash, 16).ptr;
  *end++ = ':';
  end = std::to_chars(end, last, found.repeat).ptr;
  return {digits.data(), end};
}

}  // namespace tonelint
