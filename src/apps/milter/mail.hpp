#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tonelint/source.hpp"

namespace tonelint::milter {

/// What is read of a mail: the part that its writer wrote for people.
struct Mail {
  std::string text;  ///< UTF-8. Empty: there is none, and `why` says so.
  Syntax syntax = Syntax::text;
  std::string sender;    ///< The address in From.
  std::string customer;  ///< The name in To, where that is one person who has a name.
  std::uint32_t attachments = 0;
  std::string_view why = {};  ///< Why there is no text: "encrypted".
};

/// Reads a mail as it goes over the wire. Takes anything for a mail; throws nothing but
/// std::bad_alloc.
[[nodiscard]] Mail read_mail(std::string_view bytes);

/// Gets the mail library ready; to be called before there are threads.
void prepare_mail_library();

}  // namespace tonelint::milter
