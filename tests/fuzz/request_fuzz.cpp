// Any bytes are the body of a request: the service must answer, with one of the statuses that it
// promises and with JSON, whatever the context and the draft in it are.

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

#include "apps/serve/service.hpp"
#include "fuzz/expect.hpp"

using tonelint::fuzz::expect;

namespace {

tonelint::serve::Service& service() {
  static const tonelint::serve::Settings settings = [] {
    tonelint::serve::Settings made;
    made.guides = {{"support", "support"}};
    made.load = [](const std::string& path, const std::string&) {
      return std::optional(tonelint::load_guide(*tonelint::built_in_text(path)));
    };
    made.log_requests = false;
    return made;
  }();
  static tonelint::serve::Service made(settings);
  static const bool loaded = made.guides.load().empty();
  expect(loaded, "the guide is loaded");
  return made;
}

void expect_good(const tonelint::serve::Answer& answer) {
  expect(answer.status == 200 || answer.status == 400 || answer.status == 422,
         "the status is one of those promised");
  expect(nlohmann::json::accept(answer.body), "the answer is JSON");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // Without a connection it has no headers, and so it is taken for JSON.
  tonelint::serve::Request request;
  request.body.assign(reinterpret_cast<const char*>(data), size);
  expect_good(tonelint::serve::answer_check(service(), request));
  expect_good(tonelint::serve::answer_fix(service(), request));
  return 0;
}
