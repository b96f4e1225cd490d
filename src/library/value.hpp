#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "tonelint/library.hpp"

namespace tonelint {

/// A value of a record: what stands in JSON, CSV and YAML alike.
struct Value {
  enum class Kind : std::uint8_t { text, list, map };
  Kind kind = Kind::text;
  Writing writing = Writing::other;
  Span written;              ///< Bytes of the file, quotation marks and all.
  std::string_view key;      ///< In a map: without escapes.
  std::uint32_t end = 0;     ///< The number of the value behind this one and all within it.
  std::uint32_t indent = 0;  ///< Of a YAML block.
};

/// One record as a tree, in the order in which it is written: what is within a value follows it.
/// Reused from record to record.
struct RecordTree {
  std::vector<Value> values;      ///< The first is the record itself.
  std::deque<std::string> texts;  ///< Keys that had to be un-escaped.
  std::string pointer;            ///< Of the record: "/macros/3".
  std::string key;                ///< Where records are the values of a map: its key.
  std::vector<Diagnostic> problems;

  void clear() {
    values.clear();
    texts.clear();
    pointer.clear();
    key.clear();
    problems.clear();
  }
  [[nodiscard]] bool empty() const { return values.empty(); }
};

/// Reads the records of a file one after the other.
class RecordReader {
 public:
  virtual ~RecordReader() = default;
  /// The next record, or a problem in its place, or both. `record` is emptied first. False: no
  /// more.
  [[nodiscard]] virtual bool next(RecordTree& record) = 0;
  /// False once the rest of the file cannot be read.
  [[nodiscard]] virtual bool whole() const = 0;
  /// What separates the fields of a CSV file.
  [[nodiscard]] virtual char separator() const { return ','; }
};

/// A problem of the file, at its place; `position` is filled in by the library.
[[nodiscard]] inline Diagnostic file_problem(std::string_view rule, Level level, Span span,
                                             std::string message) {
  Diagnostic problem;
  problem.rule = rule;
  problem.level = level;
  problem.span = span;
  problem.message = std::move(message);
  problem.category = "input";
  return problem;
}

}  // namespace tonelint
