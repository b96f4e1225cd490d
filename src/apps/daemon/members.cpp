#include "apps/daemon/members.hpp"

#include <charconv>

#include "tonelint/output.hpp"

namespace tonelint::daemon {

void add_member(std::string& out, std::string_view key, std::string_view value) {
  out += ",\"";
  out += key;
  out += "\":";
  append_json(out, value);
}

void add_member(std::string& out, std::string_view key, std::uint64_t value) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out += ",\"";
  out += key;
  out += "\":";
  out.append(digits, end);
}

}  // namespace tonelint::daemon
