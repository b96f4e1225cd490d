#pragma once

#include <chrono>
#include <cstddef>

namespace tonelint::cli {

/// Shows on standard error, where that is a terminal, how far a long run has come, how fast it goes
/// and how long it may still take. Says nothing of a run that is over at once.
class Progress {
 public:
  /// `wanted`: nothing else is being shown on the terminal.
  explicit Progress(bool wanted);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// So many replies are checked, which is this part of everything (0 to 1).
  void show(std::size_t replies, double part);
  /// Takes the line away, so that something else can be written.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  const Clock::time_point begin_ = Clock::now();
  Clock::time_point last_ = begin_;
  bool wanted_;
  bool shown_ = false;
};

}  // namespace tonelint::cli
