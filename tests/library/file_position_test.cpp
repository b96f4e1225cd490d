// Positions in a long file, asked for one after the other.

#include "library/file_position.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "text/line_index.hpp"

using namespace tonelint;

TEST_CASE("positions are those of the index of all lines") {
  constexpr const char* pieces[] = {"a", "é", "\n", "\r\n", "\r"};
  std::mt19937 random(5);
  for (int i = 0; i < 300; ++i) {
    std::string file = i % 3 == 0 ? "\xEF\xBB\xBF" : "";
    for (int j = 0; j < 40; ++j) file += pieces[random() % 5];
    const LineIndex lines(file);
    FilePosition positions(file);
    for (int j = 0; j < 20; ++j) {
      const std::size_t byte = random() % (file.size() + 1);
      const bool within = byte > 0 && byte < file.size() &&
                          ((file[byte] & 0xC0) == 0x80 ||
                           (file[byte] == '\n' && file[byte - 1] == '\r') || byte < 3);
      if (within) continue;  // no text begins there
      const Position found = positions.at(byte);
      const Position wanted = lines.position(byte);
      REQUIRE(found.line == wanted.line);
      REQUIRE(found.column == wanted.column);
    }
  }
}
