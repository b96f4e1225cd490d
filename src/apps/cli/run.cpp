#include "apps/cli/run.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace tonelint::cli {
namespace {

constexpr std::size_t slots_for_each = 32;
constexpr std::size_t most_held_bytes = 32u << 20;

class Run {
 public:
  explicit Run(const OrderedWork& what) : what_(what), slots_(what.slots()) {}

  /// What is thrown ends the work of all; `finish` throws it on.
  void work() {
    try {
      work_on();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!thrown_) thrown_ = std::current_exception();
      stopped_ = true;
      room_.notify_all();
    }
  }

  void finish() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  struct Slot {
    bool done = false;
    std::size_t bytes = 0;
  };

  void work_on() {
    std::unique_lock lock(mutex_);
    while (true) {
      room_.wait(lock, [&] { return stopped_ || drawn_ || (!drawing_ && has_room()); });
      if (stopped_ || drawn_) return;
      const std::size_t piece = next_;
      Slot& slot = slots_[piece % slots_.size()];
      drawing_ = true;
      lock.unlock();
      const bool drew = what_.draw(piece, piece % slots_.size());  // may wait for input
      lock.lock();
      drawing_ = false;
      if (!drew) {
        drawn_ = true;
        room_.notify_all();
        return;
      }
      ++next_;
      room_.notify_one();
      lock.unlock();
      const std::size_t bytes = what_.work(piece, piece % slots_.size());
      lock.lock();
      slot = {true, bytes};
      held_bytes_ += bytes;
      if (!taking_) take(lock);
    }
  }

  /// The front is always let through: everyone waits for it.
  bool has_room() const {
    return next_ == front_ || (next_ < front_ + slots_.size() && held_bytes_ < most_held_bytes);
  }

  /// Whoever is done with a piece takes in all that is ready, unless another is at it.
  void take(std::unique_lock<std::mutex>& lock) {
    taking_ = true;
    while (!stopped_) {
      const std::size_t index = front_ % slots_.size();
      if (front_ == next_ || !slots_[index].done) break;
      lock.unlock();
      const bool go_on = what_.take(front_, index);
      lock.lock();
      if (!go_on) stopped_ = true;
      held_bytes_ -= slots_[index].bytes;
      slots_[index] = {};
      ++front_;
      room_.notify_all();
    }
    taking_ = false;
  }

  const OrderedWork& what_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::vector<Slot> slots_;
  std::size_t next_ = 0, front_ = 0, held_bytes_ = 0;
  bool drawing_ = false, taking_ = false, stopped_ = false;
  bool drawn_ = false;  ///< There are no more pieces to draw.
  std::exception_ptr thrown_;
};

}  // namespace

std::size_t OrderedWork::slots() const { return threads <= 1 ? 1 : threads * slots_for_each; }

void OrderedWork::run() const {
  if (threads <= 1) {
    for (std::size_t piece = 0; draw(piece, 0); ++piece) {
      work(piece, 0);
      if (!take(piece, 0)) return;
    }
    return;
  }
  Run run(*this);
  std::vector<std::thread> others;
  others.reserve(threads);
  try {
    for (unsigned i = 1; i < threads; ++i) others.emplace_back([&] { run.work(); });
  } catch (const std::exception&) {  // Those that could be started do the work.
  }
  run.work();
  for (std::thread& other : others) other.join();
  run.finish();
}

}  // namespace tonelint::cli
