#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "apps/cli/content_hash.hpp"
#include "apps/cli/file_bytes.hpp"
#include "apps/cli/report_bytes.hpp"
#include "apps/cli/successor.hpp"

namespace tonelint::cli {

/// A file of results by their keys, made anew after a run that asked for other ones than the run
/// before. Another run may do the same at the same time: each sees all of one file. Safe to use
/// from many threads between `open` and `finish`.
class CacheFile {
 public:
  /// `path` leads to a file or a folder; empty: to the usual file, where we are. False: nothing can
  /// be kept there, which has been said.
  [[nodiscard]] bool open(std::string_view path);

  /// The bytes kept for a key, which last as long as this.
  [[nodiscard]] std::optional<std::string_view> find(const ContentHash& key);
  /// Forgets that a key was found: its bytes are no good.
  void forget(const ContentHash& key);
  void add(const ContentHash& key, std::string_view bytes);
  /// The texts that the results name.
  [[nodiscard]] KeptTexts& texts() { return texts_; }

  /// Puts what was found and what was added in the place of the old file. `whole`: the rest is of
  /// no use any more. Says what could not be done.
  void finish(bool whole);

 private:
  struct Entry {
    ContentHash key;
    std::uint64_t at = 0, size = 0;
    std::uint64_t check = 0;  ///< Of the bytes.
  };
  struct Ending {
    std::uint64_t texts = 0, entries = 0, end = 0;  ///< Where these begin, and where this does.
    ContentHash check;                              ///< Of all from the texts to `end`.
  };

  [[nodiscard]] bool take_up();
  [[nodiscard]] const Entry* old_entry(const ContentHash& key) const;
  [[nodiscard]] std::string_view old_bytes(const Entry& entry) const;
  void begin();
  void append(std::string_view bytes);
  void flush();
  void put(Entry entry, std::string_view bytes);
  void put_ending();

  std::string path_;
  FileBytes old_;
  std::vector<Entry> old_entries_;                ///< In order of their keys.
  std::unique_ptr<std::atomic<bool>[]> is_used_;  ///< Of the old entries.
  std::atomic<bool> damaged_ = false;
  KeptTexts texts_;

  std::mutex mutex_;                    ///< For what follows, all of the new file.
  std::optional<Successor> successor_;  ///< None while there is nothing new.
  std::string pending_;                 ///< Not written yet.
  std::size_t written_ = 0;
  std::vector<Entry> entries_;
  int error_ = 0;
};

}  // namespace tonelint::cli
