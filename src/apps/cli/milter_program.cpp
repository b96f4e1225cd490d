// `run` in the other programs: they become the one that has the mail library in it.

#include "apps/cli/become.hpp"
#include "apps/milter/milter.hpp"

namespace tonelint::milter {

std::optional<std::string> run(const Settings&, std::span<char* const> words) {
  return cli::become("milter", words);
}

}  // namespace tonelint::milter
