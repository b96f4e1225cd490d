#include "apps/cli/cache_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "apps/cli/files.hpp"
#include "apps/cli/stream.hpp"

namespace tonelint::cli {
namespace {

// The file: its first line, the results, the texts that they name, the entries in order of their
// keys, and the ending, which tells where all that is. Numbers are as this machine has them; to
// another kind of machine the file is damaged.
constexpr std::string_view first_line = "tonelint cache 1\n";
constexpr std::string_view usual_name = ".tonelint-cache";
constexpr std::size_t most_pending = 1u << 20;
constexpr std::size_t most_texts = 4u << 20;  ///< Bytes. More: mostly of guides that are gone.

ContentHash hash_of(std::string_view bytes) {
  ContentHasher hasher;
  hasher.add(bytes);
  return hasher.hash();
}

template <typename Plain>
std::string_view bytes_of(const Plain* begin, std::size_t count = 1) {
  return {reinterpret_cast<const char*>(begin), count * sizeof(Plain)};
}

std::filesystem::path file_at(std::string_view wanted) {
  std::error_code error;
  std::filesystem::path path = wanted.empty() ? usual_name : wanted;
  if (path.filename().empty() || std::filesystem::is_directory(path, error)) path /= usual_name;
  if (path == "-") path = "./-";  // not standard input
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
  return path;
}

}  // namespace

bool CacheFile::open(std::string_view wanted) {
  const std::filesystem::path path = file_at(wanted);
  path_ = path.string();
  remove_remainders(folder_of(path_));
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return true;
  std::string problem = "it is not a file";
  if (std::filesystem::is_regular_file(path, error)) problem = old_.open(path_);
  if (!problem.empty()) {
    complain("can't use the cache " + path_ + ": " + problem + ".");
    return false;
  }
  // What bears another name and looks like something else may be dear to somebody.
  if (path.filename() != usual_name && !old_.view().empty() &&
      !old_.view().starts_with(first_line)) {
    complain(path_ + " is not a cache of tonelint. It is left as it is, and nothing is kept.");
    return false;
  }
  damaged_ = !take_up();
  if (damaged_) old_entries_.clear();
  return true;
}

/// Reads what tells where everything is. False: it is damaged.
bool CacheFile::take_up() {
  const std::string_view all = old_.view();
  Ending ending;
  if (all.empty()) return true;
  if (!all.starts_with(first_line) || all.size() < first_line.size() + sizeof ending) return false;
  std::memcpy(&ending, all.data() + all.size() - sizeof ending, sizeof ending);
  if (ending.end != all.size() - sizeof ending || ending.entries > ending.end ||
      ending.texts > ending.entries || (ending.end - ending.entries) % sizeof(Entry) != 0 ||
      ending.check != hash_of(all.substr(ending.texts, ending.end - ending.texts))) {
    return false;
  }
  if (ending.entries - ending.texts > most_texts) return true;
  if (!texts_.open(all.substr(ending.texts, ending.entries - ending.texts))) return false;
  old_entries_.resize((ending.end - ending.entries) / sizeof(Entry));
  if (old_entries_.empty()) return true;
  std::memcpy(old_entries_.data(), all.data() + ending.entries, ending.end - ending.entries);
  is_used_ = std::make_unique<std::atomic<bool>[]>(old_entries_.size());
  return std::all_of(old_entries_.begin(), old_entries_.end(), [&](const Entry& each) {
    return each.at <= ending.texts && each.size <= ending.texts - each.at;
  });
}

const CacheFile::Entry* CacheFile::old_entry(const ContentHash& key) const {
  const auto at = std::lower_bound(
      old_entries_.begin(), old_entries_.end(), key,
      [](const Entry& entry, const ContentHash& wanted) { return entry.key < wanted; });
  return at == old_entries_.end() || at->key != key ? nullptr : &*at;
}

std::string_view CacheFile::old_bytes(const Entry& entry) const {
  return old_.view().substr(entry.at, entry.size);
}

std::optional<std::string_view> CacheFile::find(const ContentHash& key) {
  const Entry* const entry = old_entry(key);
  if (entry == nullptr) return std::nullopt;
  const std::string_view bytes = old_bytes(*entry);
  if (hash_of(bytes).low != entry->check) {
    damaged_ = true;
    return std::nullopt;
  }
  is_used_[static_cast<std::size_t>(entry - old_entries_.data())] = true;
  return bytes;
}

void CacheFile::forget(const ContentHash& key) {
  damaged_ = true;
  if (const Entry* const entry = old_entry(key); entry != nullptr) {
    is_used_[static_cast<std::size_t>(entry - old_entries_.data())] = false;
  }
}

void CacheFile::add(const ContentHash& key, std::string_view bytes) {
  const Entry entry{key, 0, bytes.size(), hash_of(bytes).low};
  const std::lock_guard lock(mutex_);
  put(entry, bytes);
}

void CacheFile::begin() {
  if (successor_) return;
  successor_.emplace(folder_of(path_));
  if (!successor_->is_open()) error_ = errno;
  append(first_line);
}

void CacheFile::append(std::string_view bytes) {
  pending_ += bytes;
  if (pending_.size() >= most_pending) flush();
}

void CacheFile::flush() {
  if (error_ == 0) error_ = write_to(successor_->file(), pending_);
  written_ += pending_.size();
  pending_.clear();
}

void CacheFile::put(Entry entry, std::string_view bytes) {
  begin();
  entry.at = written_ + pending_.size();
  entries_.push_back(entry);
  append(bytes);
}

void CacheFile::put_ending() {
  // Of two with the same key the first is the newer one.
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.key < b.key; });
  const auto same = [](const Entry& a, const Entry& b) { return a.key == b.key; };
  entries_.erase(std::unique(entries_.begin(), entries_.end(), same), entries_.end());
  std::string last = texts_.bytes();
  Ending ending;
  ending.texts = written_ + pending_.size();
  ending.entries = ending.texts + last.size();
  last += bytes_of(entries_.data(), entries_.size());
  ending.end = ending.texts + last.size();
  ending.check = hash_of(last);
  append(last);
  append(bytes_of(&ending));
}

void CacheFile::finish(bool whole) {
  if (damaged_) complain("the cache " + path_ + " was damaged, and is made anew.");
  std::size_t count = 0;
  for (std::size_t i = 0; i < old_entries_.size(); ++i) {
    if (!whole || is_used_[i]) ++count;
  }
  if (entries_.empty() && count == old_entries_.size() && !damaged_) return;
  begin();
  for (std::size_t i = 0; i < old_entries_.size(); ++i) {
    if (!whole || is_used_[i]) put(old_entries_[i], old_bytes(old_entries_[i]));
  }
  put_ending();
  flush();
  if (error_ == 0) error_ = successor_->take_place_of(path_.c_str());
  if (error_ != 0) complain("can't write the cache " + path_ + ": " + reason(error_) + ".");
}

}  // namespace tonelint::cli
