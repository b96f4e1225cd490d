// Any bytes are a draft in any syntax, and read as a sound reply: what is said to be the source's
// own bytes is, and each word that may be edited is what its bytes read as.

#include "fuzz/expect.hpp"
#include "input/soundness.hpp"

using namespace tonelint;
using namespace tonelint::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  const Syntax syntax = syntaxes[bytes.choose(3)];
  const std::string fault = fault_of(read(syntax, bytes.rest()), bytes.rest());
  expect(fault.empty(), fault);
  return 0;
}
