#include "apps/serve/http.hpp"

#include <microhttpd.h>
#include <netinet/in.h>

namespace tonelint::serve {

std::optional<std::string_view> Request::header(const char* name) const {
  const char* value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
  if (value == nullptr) return std::nullopt;
  return value;
}

std::optional<std::string_view> Request::query(const char* name) const {
  const char* value = nullptr;
  std::size_t size = 0;
  if (MHD_lookup_connection_value_n(connection, MHD_GET_ARGUMENT_KIND, name,
                                    std::string_view(name).size(), &value, &size) != MHD_YES) {
    return std::nullopt;
  }
  return value == nullptr ? std::string_view{} : std::string_view{value, size};
}

bool Request::asks_for(const char* name) const {
  const auto value = query(name);
  return value && (value->empty() || *value == "1" || *value == "true");
}

std::string Request::client() const {
  const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  if (info == nullptr || info->client_addr == nullptr) return {};
  const sockaddr* address = info->client_addr;
  if (address->sa_family == AF_INET) {
    const auto* four = reinterpret_cast<const sockaddr_in*>(address);
    return {reinterpret_cast<const char*>(&four->sin_addr), sizeof four->sin_addr};
  }
  if (address->sa_family == AF_INET6) {
    // A household or an office has a whole /64 to itself.
    const auto* six = reinterpret_cast<const sockaddr_in6*>(address);
    return {reinterpret_cast<const char*>(&six->sin6_addr), 8};
  }
  return {};
}

Answer problem(unsigned status, std::string_view kind, std::string_view title,
               std::string_view detail) {
  Answer answer{.status = status, .body = {}, .type = "application/problem+json"};
  answer.body = R"({"type":"urn:tonelint:problem:)";
  answer.body += kind;
  answer.body += '"';
  daemon::add_member(answer.body, "title", title);
  daemon::add_member(answer.body, "status", status);
  daemon::add_member(answer.body, "detail", detail);
  answer.body += '}';
  return answer;
}

}  // namespace tonelint::serve
