#include "apps/cli/arguments.hpp"
#include "apps/cli/stream.hpp"
#include "tonelint/guide.hpp"

namespace tonelint::cli {

int run_schema(const Arguments& arguments) {
  CLI::App app(
      "Prints the JSON Schema of style guides, with which editors complete and check them.",
      "tonelint schema");
  if (const auto ended = read_arguments(app, arguments)) return *ended;
  return write_all(guide_schema()) ? clean : failed;
}

}  // namespace tonelint::cli
