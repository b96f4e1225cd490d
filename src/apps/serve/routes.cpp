#include "apps/serve/routes.hpp"

#include <array>

namespace tonelint::serve {
namespace {

Answer answer_health(Service&, const Request&) { return {.body = R"({"status":"ok"})"}; }

Answer answer_ready(Service& service, const Request&) {
  Answer answer{.status = service.draining ? 503u : 200u, .body = {}};
  answer.body = service.draining ? R"({"status":"ending")" : R"({"status":"ready")";
  answer.body += ",\"guides\":[";
  std::string_view between;
  for (const daemon::Guides::State& state : service.guides.states()) {
    answer.body += between;
    between = ",";
    // Where a guide is broken stands in the log; anyone may ask here.
    answer.body += state.problem.empty() ? R"({"current":true)" : R"({"current":false)";
    daemon::add_member(answer.body, "name", state.name);
    answer.body += '}';
  }
  answer.body += "]}";
  return answer;
}

Answer answer_metrics(Service& service, const Request&) {
  Answer answer{.body = {}, .type = "text/plain; version=0.0.4; charset=utf-8"};
  service.metrics.write(answer.body);
  answer.body +=
      "# HELP tonelint_guide_current Whether a guide is as its file has it; 0 when that is "
      "broken.\n"
      "# TYPE tonelint_guide_current gauge\n";
  for (const daemon::Guides::State& state : service.guides.states()) {
    answer.body += "tonelint_guide_current{guide=\"" + state.name + "\"} " +
                   (state.problem.empty() ? "1\n" : "0\n");
  }
  return answer;
}

constexpr std::array table{
    Route{"POST", "/v1/check", Route::For::token, answer_check},
    Route{"POST", "/v1/fix", Route::For::token, answer_fix},
    Route{"POST", "/v1/hooks/{helpdesk}", Route::For::signature, answer_hook},
    Route{"GET", "/v1/rules", Route::For::token, answer_rules},
    Route{"GET", "/v1/rules/{id}", Route::For::token, answer_rule},
    Route{"GET", "/metrics", Route::For::token, answer_metrics},
    Route{"GET", "/healthz", Route::For::anybody, answer_health},
    Route{"GET", "/readyz", Route::For::anybody, answer_ready},
    Route{"GET", "/openapi.json", Route::For::anybody, answer_file},
    Route{"GET", "/", Route::For::anybody, answer_file},
    Route{"GET", "/panel.js", Route::For::anybody, answer_file},
    Route{"GET", "/page.js", Route::For::anybody, answer_file},
    Route{"GET", "/page.css", Route::For::anybody, answer_file},
};

}  // namespace

std::span<const Route> routes() { return table; }

const Route* find_route(std::string_view path) {
  for (const Route& route : table) {
    const std::size_t open = route.path.find('{');
    const bool whole = open == std::string_view::npos;
    if (whole ? path == route.path
              : path.size() > open && path.starts_with(route.path.substr(0, open))) {
      return &route;
    }
  }
  return nullptr;
}

}  // namespace tonelint::serve
