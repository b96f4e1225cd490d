#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tonelint {

/// Reads JSON as programs write it, some times faster than a reader that knows all of JSON and
/// explains its mistakes. It gives up at whatever is rare (fractions, numbers below 0, lone
/// surrogates, deep nesting) and at every mistake: then ask the other one.
class OrdinaryJson {
 public:
  explicit OrdinaryJson(std::string_view json) : json_(json) {}

  /// Tells a listener what is there, as `nlohmann::json::sax_parse` does. False: it gave up, or the
  /// listener did not want more; what was told counts for nothing.
  template <typename Listener>
  [[nodiscard]] bool tell(Listener& listener) {
    skip_space();
    if (!value(listener)) return false;
    while (!inside_.empty()) {
      skip_space();
      const bool in_object = inside_.back() == '{';
      if (take(in_object ? '}' : ']')) {
        inside_.pop_back();
        if (!(in_object ? listener.end_object() : listener.end_array())) return false;
        first_ = false;
        continue;
      }
      if (!first_) {
        if (!take(',')) return false;
        skip_space();
      }
      if (in_object) {
        if (!string() || !listener.key(text_)) return false;
        skip_space();
        if (!take(':')) return false;
        skip_space();
      }
      if (!value(listener)) return false;
    }
    skip_space();
    return at_ == json_.size();
  }

 private:
  static constexpr std::size_t deepest = 32;

  /// A value, or the beginning of an object or array.
  template <typename Listener>
  bool value(Listener& listener) {
    if (at_ == json_.size()) return false;
    const char begin = json_[at_];
    first_ = begin == '{' || begin == '[';
    if (first_) {
      ++at_;
      inside_ += begin;
      if (inside_.size() > deepest) return false;
      return begin == '{' ? listener.start_object(unknown_size)
                          : listener.start_array(unknown_size);
    }
    if (begin == '"') return string() && listener.string(text_);
    if (begin == 't') return word("true") && listener.boolean(true);
    if (begin == 'f') return word("false") && listener.boolean(false);
    if (begin == 'n') return word("null") && listener.null();
    return number() && listener.number_unsigned(number_);
  }

  void skip_space() {
    while (at_ < json_.size() &&
           (json_[at_] == ' ' || json_[at_] == '\n' || json_[at_] == '\r' || json_[at_] == '\t')) {
      ++at_;
    }
  }
  bool take(char wanted) {
    if (at_ == json_.size() || json_[at_] != wanted) return false;
    ++at_;
    return true;
  }
  bool word(std::string_view wanted) {
    if (json_.substr(at_, wanted.size()) != wanted) return false;
    at_ += wanted.size();
    return true;
  }
  // These leave what they read in `number_` and `text_`.
  bool number();
  bool string();
  bool escape();
  bool code_unit(char32_t& unit);

  static constexpr std::size_t unknown_size = static_cast<std::size_t>(-1);

  std::string_view json_;
  std::size_t at_ = 0;
  std::string inside_;  ///< The objects and arrays that are open: { and [.
  bool first_ = false;  ///< Nothing has been read yet of the innermost.
  std::string text_;
  std::uint64_t number_ = 0;
};

}  // namespace tonelint
