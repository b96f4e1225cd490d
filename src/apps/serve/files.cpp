#include <array>

#include "apps/serve/service.hpp"

// The files themselves, from files.S.
extern "C" {
extern const char served_page[], served_page_end[];
extern const char served_panel[], served_panel_end[];
extern const char served_script[], served_script_end[];
extern const char served_style[], served_style_end[];
extern const char served_openapi[], served_openapi_end[];
}

namespace tonelint::serve {
namespace {

struct File {
  std::string_view path, type;
  const char *begin, *end;
};
const std::array files{
    File{"/", "text/html; charset=utf-8", served_page, served_page_end},
    File{"/panel.js", "text/javascript; charset=utf-8", served_panel, served_panel_end},
    File{"/page.js", "text/javascript; charset=utf-8", served_script, served_script_end},
    File{"/page.css", "text/css; charset=utf-8", served_style, served_style_end},
    File{"/openapi.json", "application/json", served_openapi, served_openapi_end},
};

/// Nothing but what this service serves may run in its page, or be asked by it.
constexpr const char* policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'";

}  // namespace

Answer answer_file(Service&, const Request& request) {
  Answer answer;
  for (const File& file : files) {
    if (file.path != request.path) continue;
    answer.type = file.type;
    answer.constant = {file.begin, static_cast<std::size_t>(file.end - file.begin)};
  }
  answer.headers.emplace_back("Content-Security-Policy", policy);
  answer.headers.emplace_back("Referrer-Policy", "no-referrer");
  answer.headers.emplace_back("Cache-Control", "no-cache");
  return answer;
}

}  // namespace tonelint::serve
