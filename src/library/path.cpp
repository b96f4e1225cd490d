#include "library/path.hpp"

#include <algorithm>

#include "library/written.hpp"

namespace tonelint {
namespace {

constexpr std::string_view between = " | ";

/// Takes the first of several parts off.
std::string_view take(std::string_view& parts, std::string_view separator) {
  const std::size_t end = std::min(parts.find(separator), parts.size());
  const std::string_view part = parts.substr(0, end);
  parts.remove_prefix(std::min(parts.size(), end + separator.size()));
  return part;
}

bool is_one_of(std::string_view text, std::string_view words) {
  while (!words.empty()) {
    if (take(words, "|") == text) return true;
  }
  return false;
}

class Search {
 public:
  Search(const RecordTree& tree, std::string_view file, Wanted wanted, bool all)
      : tree_(tree), file_(file), wanted_(wanted), all_(all) {}

  /// Adds what a path leads to from a value. True: that is enough.
  bool run(std::uint32_t value, std::string_view path, std::string& pointer) {
    PathSegments segments(path);
    if (!segments.next()) {
      if (!is_wanted(tree_.values[value])) return false;
      found.push_back({value, pointer});
      return !all_;
    }
    const Value& parent = tree_.values[value];
    if (parent.kind == Value::Kind::text) return false;
    std::size_t index = 0;
    const std::size_t size = pointer.size();
    for (std::uint32_t child = value + 1; child < parent.end; child = tree_.values[child].end) {
      const std::string number = parent.kind == Value::Kind::list ? std::to_string(index++) : "";
      const std::string_view name =
          parent.kind == Value::Kind::list ? std::string_view(number) : tree_.values[child].key;
      if (!leads_to(segments.segment(), child, name)) continue;
      append_pointer(pointer, name);
      if (run(child, segments.rest(), pointer)) return true;
      pointer.resize(size);
    }
    return false;
  }

  std::vector<FoundValue> found;

 private:
  [[nodiscard]] bool is_wanted(const Value& value) const {
    if (wanted_ == Wanted::value) return true;
    if (value.kind != Value::Kind::text) return false;
    if (wanted_ == Wanted::scalar) return true;
    const bool quoted = value.writing == Writing::json_string ||
                        value.writing == Writing::csv_quoted ||
                        value.writing == Writing::yaml_single_quoted ||
                        value.writing == Writing::yaml_double_quoted;
    return value.writing != Writing::other && value.written.size() > (quoted ? 2U : 0U);
  }

  bool leads_to(std::string_view segment, std::uint32_t child, std::string_view name) {
    if (segment == "*") return true;
    if (!segment.starts_with('[') || !segment.ends_with(']')) return same_segment(segment, name);
    std::string_view words = segment.substr(1, segment.size() - 2);
    const bool any = words.find('=') == std::string_view::npos;
    const std::string_view key = take(words, "=");
    const Value& parent = tree_.values[child];
    if (parent.kind != Value::Kind::map) return false;
    for (std::uint32_t at = child + 1; at < parent.end; at = tree_.values[at].end) {
      if (tree_.values[at].key != key) continue;
      return any || is_one_of(text_of(tree_.values[at], file_), words);
    }
    return false;
  }

  const RecordTree& tree_;
  std::string_view file_;
  Wanted wanted_;
  bool all_;
};

std::vector<FoundValue> search(const RecordTree& tree, std::string_view paths,
                               std::string_view file, Wanted wanted, bool all) {
  Search search(tree, file, wanted, all);
  if (tree.empty()) return {};
  while (!paths.empty() && search.found.empty()) {
    std::string pointer;
    search.run(0, take(paths, between), pointer);
  }
  return std::move(search.found);
}

}  // namespace

std::string_view take_path(std::string_view& paths) { return take(paths, between); }

bool PathSegments::next() {
  if (rest_.empty()) return false;
  if (rest_.front() == '/') rest_.remove_prefix(1);
  segment_ = rest_.substr(0, rest_.find('/'));
  rest_.remove_prefix(segment_.size());
  return true;
}

bool same_segment(std::string_view segment, std::string_view key) {
  if (segment.find('~') == std::string_view::npos) return segment == key;
  std::string pointer;
  append_pointer(pointer, key);
  return std::string_view(pointer).substr(1) == segment;
}

void append_pointer(std::string& pointer, std::string_view key) {
  pointer += '/';
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

std::vector<FoundValue> find_all(const RecordTree& tree, std::string_view paths,
                                 std::string_view file, Wanted wanted) {
  return search(tree, paths, file, wanted, true);
}

std::optional<FoundValue> find(const RecordTree& tree, std::string_view paths,
                               std::string_view file, Wanted wanted) {
  std::vector<FoundValue> found = search(tree, paths, file, wanted, false);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::string text_of(const Value& value, std::string_view file) {
  if (value.kind != Value::Kind::text) return {};
  Unescaped plain;
  unescape({file, value.written, value.writing, ',', value.indent}, plain);
  const bool null = value.writing == Writing::other && plain.text == "null";
  return null ? std::string() : std::move(plain.text);
}

std::string text_at(const RecordTree& tree, std::string_view paths, std::string_view file) {
  const auto found = find(tree, paths, file, Wanted::scalar);
  return found ? text_of(tree.values[found->value], file) : std::string();
}

bool holds(const RecordTree& tree, std::string_view conditions, std::string_view file) {
  while (!conditions.empty()) {
    const std::string_view condition = take(conditions, between);
    // The last one: `=` may stand within brackets too.
    const std::size_t equals = condition.rfind('=');
    const bool compares =
        equals != std::string_view::npos && condition.find(']', equals) == std::string_view::npos;
    const auto found = find(tree, condition.substr(0, compares ? equals : std::string_view::npos),
                            file, compares ? Wanted::scalar : Wanted::value);
    if (!found) continue;
    if (!compares ||
        is_one_of(text_of(tree.values[found->value], file), condition.substr(equals + 1))) {
      return true;
    }
  }
  return false;
}

}  // namespace tonelint
