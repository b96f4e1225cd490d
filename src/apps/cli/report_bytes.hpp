#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tonelint/lint.hpp"

namespace tonelint::cli {

/// The texts that reports view: ids of rules, reasons and the like. A report that is kept names
/// them by number. Safe to use from many threads.
class KeptTexts {
 public:
  /// Takes over those that were kept before. What `bytes` views stays where it is. False: it is
  /// not as `bytes()` makes it.
  [[nodiscard]] bool open(std::string_view bytes);
  [[nodiscard]] std::size_t number_of(std::string_view text);
  /// One that was there from the beginning, or nothing.
  [[nodiscard]] std::optional<std::string_view> at(std::size_t number) const;
  [[nodiscard]] std::string bytes() const;

 private:
  std::vector<std::string_view> old_;
  std::deque<std::string> more_;
  std::unordered_map<std::string_view, std::size_t> numbers_;
  std::mutex mutex_;
};

/// Where the text of a report begins in its source. What is kept counts from there, so that it
/// still holds when the text has moved.
struct Beginning {
  std::uint32_t byte = 0;
  Position position;
};

/// A report as bytes, but for its guide and its record.
void append_report(std::string& out, const Report& report, const Beginning& beginning,
                   KeptTexts& texts);
/// Reads such bytes and leaves out what was read. False: they are none; the report is then of no
/// use.
[[nodiscard]] bool read_report(std::string_view& bytes, Report& report, const Beginning& beginning,
                               const KeptTexts& texts);

void append_number(std::string& out, std::uint64_t number);
/// Gives nothing where there is none.
[[nodiscard]] std::optional<std::uint64_t> read_number(std::string_view& bytes);

}  // namespace tonelint::cli
