#include "input/ordinary_json.hpp"

#include "text/ascii.hpp"
#include "text/json_plain.hpp"
#include "text/utf8.hpp"

namespace tonelint {
namespace {

constexpr std::size_t most_digits = 18;  // fewer than a number of 64 bits has

constexpr int hex_value(char c) {
  if (ascii::is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace

bool OrdinaryJson::number() {
  const std::size_t begin = at_;
  number_ = 0;
  for (; at_ < json_.size() && ascii::is_digit(json_[at_]) && at_ - begin <= most_digits; ++at_) {
    number_ = number_ * 10 + static_cast<std::uint64_t>(json_[at_] - '0');
  }
  const std::size_t digits = at_ - begin;
  if (digits == 0 || digits > most_digits || (digits > 1 && json_[begin] == '0')) return false;
  // A fraction or an exponent may follow.
  return at_ == json_.size() || (json_[at_] != '.' && (json_[at_] | 0x20) != 'e');
}

bool OrdinaryJson::string() {
  text_.clear();
  if (!take('"')) return false;
  while (at_ < json_.size()) {
    const std::size_t plain = json_plain_prefix(json_.substr(at_));
    text_.append(json_, at_, plain);
    at_ += plain;
    if (at_ == json_.size()) return false;
    const auto byte = static_cast<unsigned char>(json_[at_]);
    if (byte == '"') {
      ++at_;
      return true;
    }
    if (byte == '\\') {
      if (!escape()) return false;
    } else if (byte < 0x20) {
      return false;
    } else {
      const utf8::Decoded decoded = utf8::decode(json_, at_);
      if (!decoded.valid) return false;
      text_.append(json_, at_, decoded.size);
      at_ += decoded.size;
    }
  }
  return false;
}

bool OrdinaryJson::escape() {
  constexpr std::string_view letters = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
  if (++at_ == json_.size()) return false;
  const char letter = json_[at_++];
  if (const std::size_t known = letters.find(letter); known != std::string_view::npos) {
    text_ += meant[known];
    return true;
  }
  char32_t unit = 0, second = 0;
  if (letter != 'u' || !code_unit(unit)) return false;
  if (unit >= 0xD800 && unit < 0xE000) {
    if (unit >= 0xDC00 || !word("\\u") || !code_unit(second)) return false;
    if (second < 0xDC00 || second >= 0xE000) return false;
    unit = 0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00);
  }
  utf8::append(text_, unit);
  return true;
}

bool OrdinaryJson::code_unit(char32_t& unit) {
  if (json_.size() - at_ < 4) return false;
  unit = 0;
  for (const std::size_t end = at_ + 4; at_ < end; ++at_) {
    const int digit = hex_value(json_[at_]);
    if (digit < 0) return false;
    unit = unit << 4 | static_cast<char32_t>(digit);
  }
  return true;
}

}  // namespace tonelint
