#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "library/value.hpp"

/// Where something stands in a record: JSON pointers with a little more. A segment of a path is a
/// key or the number of an item; `*` is each of them; `[field=a|b]` is each of them whose key
/// `field` is a or b, `[field]` each that has it. Paths behind each other, " | " between them, are
/// tried in turn.
namespace tonelint {

/// The segments of one path: "/macros/*" has two.
class PathSegments {
 public:
  explicit PathSegments(std::string_view path) : rest_(path) {}
  bool next();
  [[nodiscard]] std::string_view segment() const { return segment_; }
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_, segment_;
};

/// Takes the first of several paths off.
[[nodiscard]] std::string_view take_path(std::string_view& paths);

/// Whether a segment of a JSON pointer names this key; `~1` in it is a slash, `~0` a tilde.
[[nodiscard]] bool same_segment(std::string_view segment, std::string_view key);
/// Adds a key or a number to a JSON pointer.
void append_pointer(std::string& pointer, std::string_view key);

/// A value, and the way to it from the record.
struct FoundValue {
  std::uint32_t value = 0;
  std::string pointer;
};

/// What a search is for.
enum class Wanted : std::uint8_t {
  value,   ///< Anything.
  scalar,  ///< A text, a number, true, null.
  text,    ///< A text that is not empty.
};

/// The values that the first of the paths leads to which leads to any.
[[nodiscard]] std::vector<FoundValue> find_all(const RecordTree& tree, std::string_view paths,
                                               std::string_view file, Wanted wanted);
/// The first of them.
[[nodiscard]] std::optional<FoundValue> find(const RecordTree& tree, std::string_view paths,
                                             std::string_view file, Wanted wanted);

/// What the first scalar says, "" where there is none.
[[nodiscard]] std::string text_at(const RecordTree& tree, std::string_view paths,
                                  std::string_view file);

/// What a value says, without escapes.
[[nodiscard]] std::string text_of(const Value& value, std::string_view file);

/// Whether one of the conditions holds: paths, each with "=" and the texts that it asks for,
/// "/active=false", or without, when it is enough that something stands there. "" holds never.
[[nodiscard]] bool holds(const RecordTree& tree, std::string_view conditions,
                         std::string_view file);

}  // namespace tonelint
