#include "lint/one_line.hpp"

#include <catch2/catch.hpp>

using namespace tonelint;

TEST_CASE("is_one_line: single spaces alone, wherever the others stand") {
  const std::string plain = "one two three four five six";
  CHECK(is_one_line(plain));
  CHECK(is_one_line("größer — “so” ist’s"));
  for (std::size_t at = 0; at <= plain.size(); ++at) {
    for (const char* white : {"\n", "\t", "  "}) {
      std::string text = plain;
      CHECK_FALSE(is_one_line(text.insert(at, white)));
    }
  }
}

TEST_CASE("append_one_line: white space of any kind becomes one space") {
  const auto one_line = [](std::string before, std::string_view words) {
    append_one_line(words, before);
    return before;
  };
  CHECK(one_line("", "a\n\nb\t c") == "a b c");
  CHECK(one_line("", " a sentence of some length") == "a sentence of some length");
  CHECK(one_line("x ", " a sentence of some length") == "x a sentence of some length");
  CHECK(one_line("x", " a sentence of some length ") == "x a sentence of some length ");
}
