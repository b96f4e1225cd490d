#include "apps/serve/service.hpp"

#include <algorithm>
#include <array>

#include "apps/daemon/log.hpp"
#include "apps/serve/routes.hpp"

namespace tonelint::serve {
namespace {

/// "localhost:7878" without its port.
std::string_view name_in(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  const bool has_port =
      colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos;
  return has_port ? host.substr(0, colon) : host;
}

/// Whether a page of this origin came from this service itself.
bool same_origin(const Request& request, std::string_view origin) {
  const auto host = request.header("Host");
  const std::string_view scheme = request.encrypted ? "https://" : "http://";
  return host && origin.starts_with(scheme) && origin.substr(scheme.size()) == *host;
}

bool is_among(const std::vector<std::string>& known, std::string_view wanted) {
  return std::find(known.begin(), known.end(), wanted) != known.end();
}

/// A page of elsewhere can give its own name the address of this machine and so get past the rules
/// for origins. A service without tokens therefore goes by the names it is called by.
bool strange_host(const Service& service, const Request& request) {
  constexpr std::array<std::string_view, 4> own{"localhost", "127.0.0.1", "[::1]", ""};
  const auto host = request.header("Host");
  if (!service.tokens.empty() || !host) return false;
  const std::string_view name = name_in(*host);
  return std::find(own.begin(), own.end(), name) == own.end() &&
         name != name_in(service.settings.address) && !is_among(service.settings.hosts, name);
}

std::optional<Answer> refuse_origin(const Service& service, const Request& request) {
  if (strange_host(service, request)) {
    return problem(421, "strange-host", "Misdirected Request",
                   "This service is not known by that name. Whoever runs it can allow it: --host.");
  }
  const auto origin = request.header("Origin");
  if (!origin || same_origin(request, *origin) || is_among(service.settings.origins, *origin)) {
    return std::nullopt;
  }
  return problem(403, "forbidden-origin", "Forbidden",
                 "Pages of this origin may not ask here. Whoever runs the service can allow it: "
                 "--origin.");
}

/// What a browser asks before it lets a page of another origin ask.
Answer preflight(const Request& request, const Route& route) {
  Answer answer{.status = 204, .body = {}, .type = ""};
  const std::string methods = std::string(route.method) + ", OPTIONS";
  answer.headers.emplace_back("Allow", methods);
  if (!request.header("Access-Control-Request-Method")) return answer;
  answer.headers.emplace_back("Access-Control-Allow-Methods", methods);
  answer.headers.emplace_back("Access-Control-Allow-Headers",
                              "Authorization, Content-Type, Tonelint-Override");
  answer.headers.emplace_back("Access-Control-Max-Age", "600");
  if (request.header("Access-Control-Request-Private-Network") == "true") {
    answer.headers.emplace_back("Access-Control-Allow-Private-Network", "true");
  }
  return answer;
}

std::optional<Answer> refuse_stranger(Service& service, Request& request) {
  if (service.tokens.empty()) return std::nullopt;
  if (const auto name = service.tokens.name_of(request.header("Authorization").value_or(""))) {
    request.key = *name;
    return std::nullopt;
  }
  Answer answer = problem(401, "token-needed", "Unauthorized",
                          "Send a token of this service: Authorization: Bearer …");
  answer.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"tonelint\"");
  return answer;
}

std::optional<Answer> refuse_haste(Service& service, const Request& request) {
  const std::string client = request.key.empty() ? request.client() : "key " + request.key;
  if (service.rates.take(client)) return std::nullopt;
  Answer answer = problem(429, "too-many-requests", "Too Many Requests",
                          "This client asks more often than it may; try again in a second.");
  answer.headers.emplace_back("Retry-After", "1");
  return answer;
}

}  // namespace

std::optional<Answer> Service::refuse(Request& request) {
  const Route* route = find_route(request.path);
  request.route = route != nullptr ? route->path : "none";
  if (auto refused = refuse_origin(*this, request)) return refused;
  if (route == nullptr) {
    return problem(404, "no-such-page", "Not Found",
                   "There is nothing at this path; /openapi.json lists what there is.");
  }
  if (request.method == "OPTIONS") return preflight(request, *route);
  if (route->who == Route::For::token) {
    if (auto refused = refuse_stranger(*this, request)) return refused;
  }
  if (route->who != Route::For::anybody) {
    if (auto refused = refuse_haste(*this, request)) return refused;
  }
  const bool may_look = route->method == "GET" || route->who == Route::For::signature;
  if (request.method != route->method && !(request.method == "HEAD" && may_look)) {
    Answer answer = problem(405, "wrong-method", "Method Not Allowed",
                            "This path wants " + std::string(route->method) + ".");
    answer.headers.emplace_back("Allow", std::string(route->method) + ", OPTIONS");
    return answer;
  }
  return std::nullopt;
}

Answer Service::answer(const Request& request) {
  return find_route(request.path)->answer(*this, request);
}

void Service::finish(const Request& request, Answer& answer) {
  answer.headers.emplace_back("X-Content-Type-Options", "nosniff");
  if (answer.constant.empty()) answer.headers.emplace_back("Cache-Control", "no-store");
  if (!settings.origins.empty()) answer.headers.emplace_back("Vary", "Origin");
  const auto origin = request.header("Origin");
  if (origin && is_among(settings.origins, *origin)) {
    answer.headers.emplace_back("Access-Control-Allow-Origin", *origin);
  }
  if (draining) answer.headers.emplace_back("Connection", "close");
  metrics.count_request(request.route, answer.status);
  if (!settings.log_requests) return;
  const auto time = std::chrono::steady_clock::now() - request.begin;
  daemon::LogLine line("request");
  line.add("route", request.route).add("status", std::uint64_t{answer.status});
  if (!answer.verdict.empty()) line.add("verdict", answer.verdict);
  if (!answer.guide.empty()) line.add("guide", answer.guide);
  if (!request.key.empty()) line.add("key", request.key);
  line.add("bytes", request.body.size());
  line.add("microseconds",
           static_cast<std::uint64_t>(
               std::chrono::duration_cast<std::chrono::microseconds>(time).count()));
}

WantedGuide wanted_guide(const Service& service, const Request& request) {
  const std::string_view name = request.query("guide").value_or("");
  auto guide = service.guides.find(name);
  if (guide != nullptr) return {std::move(guide), std::nullopt};
  return {
      nullptr,
      problem(404, "no-such-guide", "Not Found",
              "There is no guide of that name here; there are: " + service.guides.names() + ".")};
}

}  // namespace tonelint::serve
