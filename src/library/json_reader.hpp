#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "library/value.hpp"

namespace tonelint {

/// Reads JSON where it stands, without a copy of it: every value knows its bytes. Escapes are left
/// in texts; nothing recurses.
class JsonText {
 public:
  enum class Type : std::uint8_t { object, array, string, other, end, wrong };

  /// From the byte `begin` of `file` on.
  explicit JsonText(std::string_view file, std::size_t begin = 0) : file_(file), at_(begin) {}

  /// What begins behind the white space that comes next.
  [[nodiscard]] Type peek();
  /// Passes the `{` or `[` that peek() saw.
  void enter() { ++at_; }
  /// In an array: whether another item follows. Passes the comma before it, or the `]`.
  [[nodiscard]] bool next_item(bool first) { return next(first, ']'); }
  /// In an object: whether another key follows, which is passed with its colon. `key` is in its
  /// quotation marks.
  [[nodiscard]] bool next_key(bool first, Span& key);
  /// Passes the value that begins here, whatever it is.
  bool skip_value();
  /// Appends the value that begins here with all within it. False: it is broken.
  bool read_value(RecordTree& tree);

  [[nodiscard]] std::uint32_t at() const { return static_cast<std::uint32_t>(at_); }
  /// What is wrong, and where; `text` is empty while nothing is.
  struct Mistake {
    Span span;
    std::string_view text;
  };
  [[nodiscard]] const Mistake& mistake() const { return mistake_; }
  [[nodiscard]] bool failed() const { return !mistake_.text.empty(); }

 private:
  bool next(bool first, char closing);
  bool pass_string(Span& span);
  void pass_word(Span& span);
  void skip_space();
  bool fail(std::size_t at, std::string_view text);
  [[nodiscard]] std::string_view view(Span span) const {
    return file_.substr(span.begin, span.size());
  }

  std::string_view file_;
  std::size_t at_;
  Mistake mistake_;
};

/// A key without its quotation marks and escapes; one with escapes goes to `tree.texts`.
[[nodiscard]] std::string_view json_key(std::string_view file, Span key, RecordTree& tree);

/// Reads the records at a pointer such as "/macros/*", or "" for each of several JSON texts that
/// follow each other (JSON Lines).
[[nodiscard]] std::unique_ptr<RecordReader> read_json_records(std::string_view file,
                                                              std::string_view records);

}  // namespace tonelint
