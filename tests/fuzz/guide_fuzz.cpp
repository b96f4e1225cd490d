// Any bytes are a guide: loading it must not crash, and a guide that loads must be able to check.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "tonelint/tonelint.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const tonelint::LoadedGuide loaded =
      tonelint::load_guide({"guide.yaml", std::string(reinterpret_cast<const char*>(data), size)});
  if (!loaded.guide && loaded.problems.empty()) std::abort();  // refused without a reason
  if (loaded.guide) {
    static_cast<void>(tonelint::lint(
        *loaded.guide, {.name = "draft", .bytes = "Hi Priya,\n\nUnfortunately it is late.\n"}));
  }
  return 0;
}
