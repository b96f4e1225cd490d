#include "guide/scalar_bytes.hpp"

#include <algorithm>

#include "text/ascii.hpp"
#include "text/line_index.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

bool is_quoted(std::string_view file, std::size_t begin) {
  return begin < file.size() && (file[begin] == '"' || file[begin] == '\'');
}

/// Walks through a scalar as written and its value side by side.
class ScalarWalk {
 public:
  ScalarWalk(std::string_view file, std::size_t begin, std::string_view value)
      : file_(file), value_(value), at_(begin) {
    const char first = at_ < file_.size() ? file_[at_] : '\0';
    if (is_quoted(file_, at_)) {
      quote_ = first;
      ++at_;
    } else if ((first == '|' || first == '>') && !value.empty()) {
      // A block scalar: its text begins on the line below.
      while (at_ < file_.size() && !ascii::is_line_end(file_[at_])) ++at_;
      while (at_ < file_.size() && ascii::is_space(file_[at_]) && !ascii::is_space(value_[0]))
        ++at_;
    }
  }

  /// Goes on until `offset` bytes of the value are behind.
  std::size_t to(std::size_t offset) {
    while (done_ < offset && at_ < file_.size()) step();
    return std::min(at_, file_.size());
  }

  /// As above, for where something begins: not before a line break that means nothing.
  std::size_t to_begin(std::size_t offset) {
    to(offset);
    while (quote_ == '"' && at_ + 1 < file_.size() && file_[at_] == '\\' &&
           ascii::is_line_end(file_[at_ + 1])) {
      escape();
    }
    return std::min(at_, file_.size());
  }

 private:
  void step() {
    if (ascii::is_space(file_[at_])) {
      if (!fold()) advance(1, 1);
    } else if (quote_ == '"' && file_[at_] == '\\') {
      escape();
    } else if (quote_ == '\'' && file_[at_] == '\'') {
      advance(2, 1);
    } else {
      advance(1, 1);
    }
  }

  void advance(std::size_t written, std::size_t meant) {
    at_ += written;
    done_ += meant;
  }

  /// Passes a run of white space with a line break in it, on both sides. False: there is no break.
  bool fold() {
    std::size_t end = at_;
    std::size_t breaks = 0;
    for (; end < file_.size() && ascii::is_space(file_[end]); ++end) {
      if (file_[end] == '\n' || (file_[end] == '\r' && file_.substr(end + 1, 1) != "\n")) ++breaks;
    }
    if (breaks == 0) return false;
    at_ = end;
    if (quote_ != '\0') {
      // One break is a space, more are one less.
      done_ += std::max<std::size_t>(1, breaks - 1);
    } else {
      while (done_ < value_.size() && ascii::is_space(value_[done_])) ++done_;
    }
    return true;
  }

  void escape() {
    const char kind = at_ + 1 < file_.size() ? file_[at_ + 1] : '\0';
    if (ascii::is_line_end(kind)) {  // the line goes on below, with nothing between
      ++at_;
      while (at_ < file_.size() && ascii::is_space(file_[at_])) ++at_;
      return;
    }
    const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    std::size_t meant = done_ < value_.size() ? utf8::decode(value_, done_).size : 1;
    advance(2 + digits, meant);
  }

  std::string_view file_, value_;
  std::size_t at_;
  std::size_t done_ = 0;
  char quote_ = '\0';
};

}  // namespace

std::size_t quoted_end(std::string_view file, std::size_t begin) {
  const char quote = file[begin];
  for (std::size_t at = begin + 1; at < file.size(); ++at) {
    if (file[at] == '\\' && quote == '"') {
      ++at;
    } else if (file[at] == quote) {
      if (quote == '"' || file.substr(at + 1, 1) != "'") return at + 1;
      ++at;
    }
  }
  return std::string_view::npos;
}

Span scalar_span(std::string_view file, std::uint32_t begin, std::string_view value) {
  std::size_t end = begin;
  if (is_quoted(file, begin)) {
    end = std::min(quoted_end(file, begin), file.size());
  } else {
    end = ScalarWalk(file, begin, value).to(value.size());
    while (end > begin && ascii::is_space(file[end - 1])) --end;
    if (end == begin && end < file.size() && !value.empty()) ++end;
  }
  return {begin, static_cast<std::uint32_t>(end)};
}

Place place_within(const GuideDefinition& guide, const Text& text, Span bytes) {
  const std::string_view file = guide.files[text.place.file].bytes;
  ScalarWalk walk(file, text.place.span.begin, text.value);
  Place place = text.place;
  const std::size_t begin = walk.to_begin(bytes.begin);
  const std::size_t end = bytes.empty() ? begin : walk.to(bytes.end);
  place.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  const std::string_view before = file.substr(text.place.span.begin, begin - text.place.span.begin);
  if (before.find_first_of("\r\n") == std::string_view::npos) {
    place.position.column += static_cast<std::uint32_t>(utf8::length(before));
  } else {
    place.position = LineIndex(file).position(begin);
  }
  return place;
}

}  // namespace tonelint
