#include "apps/serve/signature.hpp"

#include <gnutls/crypto.h>

#include <array>
#include <charconv>
#include <ctime>
#include <string>

namespace tonelint::serve {
namespace {

/// How old a signed time may be, either way: clocks differ, and requests are tried again.
constexpr std::int64_t most_seconds = 300;

std::string digest(gnutls_mac_algorithm_t algorithm, std::string_view secret,
                   std::string_view text) {
  std::string out(gnutls_hmac_get_len(algorithm), '\0');
  gnutls_hmac_fast(algorithm, secret.data(), secret.size(), text.data(), text.size(), out.data());
  return out;
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t j = i; j < i + 3; ++j) {
      three = three << 8 | (j < bytes.size() ? static_cast<unsigned char>(bytes[j]) : 0u);
    }
    for (int shift = 18; shift >= 0; shift -= 6) out += digits[three >> shift & 63];
  }
  if (const std::size_t rest = bytes.size() % 3; rest > 0) {
    out.replace(out.size() - (3 - rest), 3 - rest, 3 - rest, '=');
  }
  return out;
}

bool is_recent(std::string_view text) {
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const std::int64_t now = std::time(nullptr);
  return error == std::errc{} && end == text.data() + text.size() && seconds > now - most_seconds &&
         seconds < now + most_seconds;
}

}  // namespace

bool equal_secret(std::string_view secret, std::string_view given) {
  unsigned difference = secret.size() == given.size() ? 0 : 1;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const char mine = secret[secret.empty() ? 0 : i % secret.size()];
    difference |= static_cast<unsigned char>(mine ^ given[i]);
  }
  return difference == 0;
}

bool is_signed(std::string_view helpdesk, const Request& request, std::string_view secret) {
  if (helpdesk == "helpscout") {
    return equal_secret(base64(digest(GNUTLS_MAC_SHA1, secret, request.body)),
                        request.header("X-HelpScout-Signature").value_or(""));
  }
  if (helpdesk == "intercom") {
    return equal_secret("sha1=" + hex(digest(GNUTLS_MAC_SHA1, secret, request.body)),
                        request.header("X-Hub-Signature").value_or(""));
  }
  if (const auto signature = request.header("X-Chatwoot-Signature");
      signature && helpdesk == "chatwoot") {
    const auto time = request.header("X-Chatwoot-Timestamp").value_or("");
    const std::string text = std::string(time).append(".").append(request.body);
    return equal_secret("sha256=" + hex(digest(GNUTLS_MAC_SHA256, secret, text)), *signature) &&
           is_recent(time);
  }
  const auto given = request.header("Tonelint-Secret");
  return equal_secret(secret, given ? *given : request.query("secret").value_or(""));
}

}  // namespace tonelint::serve
