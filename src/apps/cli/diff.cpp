#include "apps/cli/diff.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

namespace tonelint::cli {
namespace {

using Lines = std::vector<std::string_view>;
constexpr std::size_t lines_around = 3;

/// The lines of a text, each with its end.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

/// Lines `begin` to `end` of the old text, counted from 0, become the lines of `text`.
struct Change {
  std::size_t begin, end;
  std::string text;
};

class Diff {
 public:
  Diff(std::string_view bytes, std::span<const Edit> edits) : bytes_(bytes), old_(lines_of(bytes)) {
    std::size_t at = 0;
    for (const std::string_view line : old_) {
      begins_.push_back(at);
      at += line.size();
    }
    begins_.push_back(at);
    for (std::size_t i = 0; i < edits.size();) i = add(edits, i);
  }

  [[nodiscard]] std::string hunks() const {
    std::string out;
    std::ptrdiff_t shift = 0;  // how many lines have been added so far
    for (std::size_t i = 0; i < changes_.size();) {
      std::size_t end = i + 1;
      while (end < changes_.size() &&
             changes_[end].begin - changes_[end - 1].end <= 2 * lines_around) {
        ++end;
      }
      shift += hunk(std::span(changes_).subspan(i, end - i), shift, out);
      i = end;
    }
    return out;
  }

 private:
  /// The line that a place stands in.
  [[nodiscard]] std::size_t line_at(std::size_t place) const {
    const auto after = std::upper_bound(begins_.begin(), begins_.end(), place);
    const std::size_t line = static_cast<std::size_t>(after - begins_.begin()) - 1;
    const bool in_open_line = line > 0 && line == old_.size() && !bytes_.ends_with('\n');
    return in_open_line ? line - 1 : line;
  }

  /// One change of the edits from `first` that share lines. Gives the edit after them.
  std::size_t add(std::span<const Edit> edits, std::size_t first) {
    Change change{line_at(edits[first].span.begin), 0, {}};
    std::size_t at = begins_[change.begin];
    std::size_t next = first;
    do {
      const Edit& edit = edits[next];
      change.text += bytes_.substr(at, edit.span.begin - at);
      change.text += edit.text;
      at = edit.span.end;
      change.end = std::min(line_at(at) + 1, old_.size());
      ++next;
    } while (next < edits.size() && line_at(edits[next].span.begin) < change.end);
    change.text += bytes_.substr(at, begins_[change.end] - at);
    keep(std::move(change));
    return next;
  }

  /// Leaves out the lines at both ends that stay the same.
  void keep(Change change) {
    const Lines lines = lines_of(change.text);
    std::size_t begin = 0;
    std::size_t end = lines.size();
    std::size_t text_begin = 0;
    std::size_t text_end = change.text.size();
    for (; change.begin < change.end && begin < end && old_[change.begin] == lines[begin];
         ++change.begin) {
      text_begin += lines[begin++].size();
    }
    for (; change.begin < change.end && begin < end && old_[change.end - 1] == lines[end - 1];
         --change.end) {
      text_end -= lines[--end].size();
    }
    if (change.begin == change.end && begin == end) return;
    changes_.push_back(
        {change.begin, change.end, change.text.substr(text_begin, text_end - text_begin)});
  }

  /// Writes some changes with what stands around them. Gives how many lines they add.
  std::ptrdiff_t hunk(std::span<const Change> changes, std::ptrdiff_t shift,
                      std::string& out) const {
    const std::size_t begin = changes.front().begin - std::min(lines_around, changes.front().begin);
    const std::size_t end = std::min(old_.size(), changes.back().end + lines_around);
    std::ptrdiff_t added = 0;
    std::string lines;
    std::size_t at = begin;
    for (const Change& change : changes) {
      for (; at < change.begin; ++at) put(' ', old_[at], lines);
      for (; at < change.end; ++at) put('-', old_[at], lines);
      const Lines now = lines_of(change.text);
      for (const std::string_view line : now) put('+', line, lines);
      added += static_cast<std::ptrdiff_t>(now.size()) -
               static_cast<std::ptrdiff_t>(change.end - change.begin);
    }
    for (; at < end; ++at) put(' ', old_[at], lines);
    const auto size = static_cast<std::ptrdiff_t>(end - begin);
    const auto first = static_cast<std::ptrdiff_t>(begin);
    out += "@@ -" + range(first, size) + " +" + range(first + shift, size + added) + " @@\n";
    out += lines;
    return added;
  }

  /// A line counts from 1; no lines stand after the line before them.
  static std::string range(std::ptrdiff_t begin, std::ptrdiff_t size) {
    std::string text = std::to_string(size == 0 ? begin : begin + 1);
    if (size == 1) return text;
    text += ',';
    return text += std::to_string(size);
  }

  static void put(char sign, std::string_view line, std::string& out) {
    out += sign;
    out += line;
    if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
  }

  std::string_view bytes_;
  Lines old_;
  std::vector<std::size_t> begins_;  ///< Where each line begins; last the end.
  std::vector<Change> changes_;
};

/// A name as git and patch read it: below the folder they are run in, quoted when it has to be.
std::string file_name(char side, std::string_view name) {
  const std::string normal = std::filesystem::path(name).lexically_normal().string();
  std::string path(1, side);
  if (!normal.starts_with('/')) path += '/';
  path += normal;
  std::string quoted = "\"";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += {'\\', c};
    } else if (byte < 0x20 || byte == 0x7F) {
      quoted += {'\\', static_cast<char>('0' + (byte >> 6)),
                 static_cast<char>('0' + (byte >> 3 & 7)), static_cast<char>('0' + (byte & 7))};
    } else {
      quoted += c;
    }
  }
  if (quoted.size() > path.size() + 1) return quoted + "\"";
  // A tab ends a name that holds spaces.
  return path.find(' ') == std::string::npos ? path : path + "\t";
}

}  // namespace

std::string unified_diff(std::string_view name, std::string_view bytes,
                         std::span<const Edit> edits) {
  const std::string hunks = Diff(bytes, edits).hunks();
  if (hunks.empty()) return {};
  return "--- " + file_name('a', name) + "\n+++ " + file_name('b', name) + "\n" + hunks;
}

}  // namespace tonelint::cli
