// Any bytes: our word boundaries are those of ICU.

#include "document/tokenize.hpp"
#include "fuzz/expect.hpp"

using namespace tonelint;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  fuzz::expect(word_boundaries(text) == icu_word_boundaries(text),
               "the boundaries are those of ICU");
  return 0;
}
