#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include "tonelint/output.hpp"

namespace tonelint {

/// Appends JSON by hand: a report of ten thousand replies is written about as fast as it is copied.
class Json {
 public:
  explicit Json(std::string& out) : out_(out) {}

  /// What stands there as it is: braces and keys.
  Json& raw(std::string_view text) {
    out_ += text;
    return *this;
  }
  Json& text(std::string_view text) {
    append_json(out_, text);
    return *this;
  }
  template <typename Number>
  Json& number(Number value) {
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out_.append(digits, end);
    return *this;
  }
  /// Literals and numbers, put together before they are appended: some times faster than one by
  /// one.
  template <typename... Parts>
  Json& row(const Parts&... parts) {
    char bytes[(room_for<Parts> + ...)];
    char* end = bytes;
    ((end = put(end, parts)), ...);
    out_.append(bytes, end);
    return *this;
  }
  /// A member of an object behind the first: its key as it is, and a text.
  Json& member(std::string_view key, std::string_view value) {
    return raw(",\"").raw(key).raw("\":").text(value);
  }
  template <typename Number>
  requires std::is_integral_v<Number> Json& member(std::string_view key, Number value) {
    return raw(",\"").raw(key).raw("\":").number(value);
  }
  /// The members of a list, each written by `write`.
  template <typename List, typename Write>
  Json& list(const List& list, Write write) {
    raw("[");
    bool first = true;
    for (const auto& member : list) {
      if (!first) raw(",");
      first = false;
      write(member);
    }
    return raw("]");
  }

 private:
  template <typename Part>
  static constexpr std::size_t room_for = std::is_array_v<Part> ? sizeof(Part) : 20;

  template <std::size_t size>
  static char* put(char* at, const char (&literal)[size]) {
    return std::copy(literal, literal + size - 1, at);
  }
  template <typename Number>
  requires std::is_integral_v<Number>
  static char* put(char* at, Number number) { return std::to_chars(at, at + 20, number).ptr; }

  std::string& out_;
};

}  // namespace tonelint
