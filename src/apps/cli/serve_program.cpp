// `serve` in the other programs: they become the one that has the HTTP library in it.

#include "apps/cli/become.hpp"
#include "apps/serve/serve.hpp"

namespace tonelint::serve {

std::optional<std::string> serve(const Settings&, std::span<char* const> words) {
  return cli::become("serve", words);
}

}  // namespace tonelint::serve
