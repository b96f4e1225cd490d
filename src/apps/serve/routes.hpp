#pragma once

#include <span>
#include <string_view>

#include "apps/serve/service.hpp"

namespace tonelint::serve {

/// One endpoint.
struct Route {
  std::string_view method;
  std::string_view path;  ///< With "{" where anything may stand up to the end.
  /// Who may ask: those with a token, whoever signs what he sends, anybody.
  enum class For { token, signature, anybody } who = For::token;
  Answer (*answer)(Service& service, const Request& request);
};

[[nodiscard]] std::span<const Route> routes();
/// The endpoint of a path, by whatever method; null when there is none.
[[nodiscard]] const Route* find_route(std::string_view path);

}  // namespace tonelint::serve
