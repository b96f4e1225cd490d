#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

#include "tonelint/library.hpp"

namespace tonelint::cli {

/// The saved replies of a file as they once were: each by its id or name, and its text.
class OldReplies {
 public:
  void add(const SavedReply& reply) { known_.insert(hash(reply)); }
  /// Whether there was one with the same id or name, and the same text.
  [[nodiscard]] bool has(const SavedReply& reply) const { return known_.contains(hash(reply)); }

 private:
  static std::uint64_t hash(const SavedReply& reply);

  std::unordered_set<std::uint64_t> known_;
};

/// What has changed since a revision of git.
class Changes {
 public:
  /// Empty: everything counts as changed.
  explicit Changes(std::string revision) : revision_(std::move(revision)) {}

  /// Asks git about a folder. Returns what went wrong, complete but for the full stop, or nothing.
  [[nodiscard]] std::string look_into(const std::string& folder);
  /// Whether a file in a folder that was looked into is as it was, to the byte.
  [[nodiscard]] bool is_as_it_was(const std::string& path) const;
  /// What a file was then, as it would have stood on the disk; nothing when it was not there.
  [[nodiscard]] std::string old_bytes(const std::string& path) const;
  [[nodiscard]] bool asked() const { return !revision_.empty(); }

 private:
  struct Folder {
    std::string commit;
    std::set<std::string, std::less<>> changed;  ///< Names in it.
  };

  std::string revision_;
  std::map<std::string, Folder, std::less<>> folders_;
};

}  // namespace tonelint::cli
