#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tonelint {

/// The ids of a file and the lines where they were first seen, in little memory: only a hash of
/// each is kept.
class Ids {
 public:
  /// The line of an earlier id that was the same, or 0; then this one is kept.
  std::uint32_t add(std::string_view id, std::uint32_t line) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[place(hash_of(id))];
    if (slot.line != 0) return slot.line;
    slot = {hash_of(id), line};
    ++count_;
    return 0;
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t line = 0;  ///< 0: empty.
  };

  static std::uint64_t hash_of(std::string_view id) {  // FNV-1a, its bits spread
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    hash ^= hash >> 32;
    return hash * 0x9e3779b97f4a7c15;
  }

  /// Where a hash is, or may be put.
  [[nodiscard]] std::size_t place(std::uint64_t hash) const {
    std::size_t at = (hash >> 20) & (slots_.size() - 1);
    while (slots_[at].line != 0 && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 256 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.line != 0) slots_[place(slot.hash)] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};

}  // namespace tonelint
