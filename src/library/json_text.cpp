#include <algorithm>
#include <utility>

#include "library/json_reader.hpp"
#include "library/written.hpp"
#include "text/ascii.hpp"

namespace tonelint {
namespace {

constexpr std::size_t deepest = 500;

constexpr bool ends_word(char byte) {
  return ascii::is_space(byte) || byte == ',' || byte == ':' || byte == ']' || byte == '}' ||
         byte == '[' || byte == '{' || byte == '"';
}

}  // namespace

void JsonText::skip_space() {
  while (at_ < file_.size() && ascii::is_space(file_[at_])) ++at_;
}

bool JsonText::fail(std::size_t at, std::string_view text) {
  if (!failed()) {
    const auto begin = static_cast<std::uint32_t>(std::min(at, file_.size()));
    const auto end = static_cast<std::uint32_t>(std::min(at + 1, file_.size()));
    mistake_ = {{begin, end}, text};
    if (begin == file_.size()) {
      mistake_.text = "The JSON ends here, in the middle. Is the file complete?";
    }
  }
  return false;
}

JsonText::Type JsonText::peek() {
  skip_space();
  if (at_ >= file_.size()) return Type::end;
  switch (file_[at_]) {
    case '{':
      return Type::object;
    case '[':
      return Type::array;
    case '"':
      return Type::string;
    default: {
      const char first = file_[at_];
      const bool word =
          (first >= 'a' && first <= 'z') || (first >= '0' && first <= '9') || first == '-';
      return word ? Type::other : Type::wrong;
    }
  }
}

bool JsonText::next(bool first, char closing) {
  skip_space();
  if (at_ < file_.size() && file_[at_] == closing) {
    ++at_;
    return false;
  }
  if (first) return at_ < file_.size() || fail(at_, "!");
  if (at_ < file_.size() && file_[at_] == ',') {
    ++at_;
    return true;
  }
  return fail(at_, closing == ']' ? "This is not JSON: a comma or “]” is missing here."
                                  : "This is not JSON: a comma or “}” is missing here.");
}

bool JsonText::next_key(bool first, Span& key) {
  if (!next(first, '}')) return false;
  if (peek() != Type::string)
    return fail(at_, "This is not JSON: a key in quotation marks is missing here.");
  if (!pass_string(key)) return false;
  skip_space();
  if (at_ >= file_.size() || file_[at_] != ':') {
    return fail(at_, "This is not JSON: a colon is missing here.");
  }
  ++at_;
  return true;
}

bool JsonText::pass_string(Span& span) {
  const std::size_t begin = at_;
  for (std::size_t quote = begin;;) {
    quote = file_.find('"', quote + 1);
    if (quote == std::string_view::npos) {
      at_ = file_.size();
      return fail(at_, "!");
    }
    std::size_t first = quote;  // of the backslashes before it, each of which takes the next away
    while (first > begin + 1 && file_[first - 1] == '\\') --first;
    if ((quote - first) % 2 == 0) {
      at_ = quote + 1;
      break;
    }
  }
  span = {static_cast<std::uint32_t>(begin), at()};
  return true;
}

void JsonText::pass_word(Span& span) {
  const std::uint32_t begin = at();
  while (at_ < file_.size() && !ends_word(file_[at_])) ++at_;
  span = {begin, at()};
}

bool JsonText::skip_value() {
  // Only brackets and texts matter: what is passed over is not judged.
  std::size_t depth = 0;
  Span passed;
  do {
    switch (peek()) {
      case Type::object:
      case Type::array:
        ++depth;
        ++at_;
        break;
      case Type::string:
        if (!pass_string(passed)) return false;
        break;
      case Type::other:
        pass_word(passed);
        break;
      case Type::end:
        return fail(at_, "!");
      case Type::wrong: {
        const char byte = file_[at_];
        const bool closes = byte == ']' || byte == '}';
        const bool divides = byte == ',' || byte == ':';
        if (depth == 0 || (!closes && !divides)) {
          return fail(at_, "This is not JSON: a value is missing here.");
        }
        if (closes) --depth;
        ++at_;
        break;
      }
    }
  } while (depth > 0);
  return true;
}

bool JsonText::read_value(RecordTree& tree) {
  struct Open {
    std::uint32_t value;
    bool object, first;
  };
  thread_local std::vector<Open> open;
  open.clear();
  std::string_view key;
  while (true) {
    const Type type = peek();
    const auto number = static_cast<std::uint32_t>(tree.values.size());
    Value& value = tree.values.emplace_back();
    value.key = key;
    value.end = number + 1;
    if (type == Type::object || type == Type::array) {
      if (open.size() == deepest) return fail(at_, "Lists and objects are nested too deep here.");
      value.kind = type == Type::object ? Value::Kind::map : Value::Kind::list;
      value.written = {at(), at() + 1};
      enter();
      open.push_back({number, type == Type::object, true});
    } else if (type == Type::string) {
      value.writing = Writing::json_string;
      if (!pass_string(value.written)) return false;
    } else if (type == Type::other) {
      pass_word(value.written);
    } else {
      return fail(at_, "This is not JSON: a value is missing here.");
    }
    // On to the next value, out of all that ends here.
    while (true) {
      if (open.empty()) return true;
      Open& in = open.back();
      const bool first = std::exchange(in.first, false);
      Span name;
      key = {};
      if (in.object ? next_key(first, name) : next_item(first)) {
        if (in.object) key = json_key(file_, name, tree);
        break;
      }
      if (failed()) return false;
      tree.values[in.value].end = static_cast<std::uint32_t>(tree.values.size());
      tree.values[in.value].written.end = at();
      open.pop_back();
    }
  }
}

std::string_view json_key(std::string_view file, Span key, RecordTree& tree) {
  const std::string_view inside = file.substr(key.begin + 1, key.size() - 2);
  if (inside.find('\\') == std::string_view::npos) return inside;
  Unescaped plain;
  unescape_json(file, key, plain);
  return tree.texts.emplace_back(std::move(plain.text));
}

}  // namespace tonelint
