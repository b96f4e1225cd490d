#include "text/line_index.hpp"

#include <catch2/catch.hpp>

#include "text/utf8.hpp"

using namespace tonelint;

TEST_CASE("Lines end at LF, CRLF and a lone CR") {
  const std::string_view text = "a\nbc\r\nd\r\r\n\ne";
  const LineIndex index(text);
  const std::string_view lines[] = {"a", "bc", "d", "", "", "e"};
  REQUIRE(index.line_count() == std::size(lines));
  for (std::size_t i = 0; i < std::size(lines); ++i) {
    const Span line = index.line(i + 1);
    CHECK(text.substr(line.begin, line.size()) == lines[i]);
    CHECK(index.position(line.begin) == Position{static_cast<std::uint32_t>(i + 1), 1});
  }
  CHECK(index.line(0).empty());
  CHECK(index.line(7).empty());
}

TEST_CASE("Columns count code points, or UTF-16 units") {
  const std::string_view text = "one\n\u00e9\U0001F600x\xFFy";
  const LineIndex index(text);
  struct Case {
    std::size_t offset;
    std::uint32_t column, utf16;
  };
  for (const Case& each : {Case{4, 1, 1}, Case{6, 2, 2}, Case{10, 3, 4}, Case{11, 4, 5},
                           Case{12, 5, 6}, Case{13, 6, 7}, Case{999, 6, 7}}) {
    CAPTURE(each.offset);
    CHECK(index.position(each.offset) == Position{2, each.column});
    CHECK(index.utf16_column(each.offset) == each.utf16);
  }
}

TEST_CASE("A place counted from the last one is the place itself") {
  const std::string_view text = "\xEF\xBB\xBF\u00e9\u00e9 one\ntwo \U0001F600 three\n\nfour";
  const LineIndex index(text);
  for (std::size_t step = 1; step < text.size(); ++step) {
    LineIndex::Place last;
    for (std::size_t at = 0; at <= text.size(); at += step) {
      if (at < text.size() && utf8::is_continuation(text[at])) continue;
      CAPTURE(step, at);
      CHECK(index.position(at, last) == index.position(at));
    }
    CHECK(index.position(8, last) == index.position(8));  // and backwards
  }
}

TEST_CASE("A line break belongs to the line it ends") {
  const LineIndex index("ab\r\ncd");
  CHECK(index.position(2) == Position{1, 3});
  CHECK(index.position(3) == Position{1, 4});
  CHECK(index.position(4) == Position{2, 1});
}

TEST_CASE("A byte order mark is no column") {
  const LineIndex index("\xEF\xBB\xBFHi\nyou");
  CHECK(index.position(0) == Position{1, 1});
  CHECK(index.position(3) == Position{1, 1});
  CHECK(index.position(4) == Position{1, 2});
  CHECK(index.position(6) == Position{2, 1});
}

TEST_CASE("An index that is built again forgets what was") {
  LineIndex index("a\nb\nc");
  index.build("xy");
  CHECK(index.line_count() == 1);
  CHECK(index.position(1) == Position{1, 2});
  CHECK(LineIndex().position(5) == Position{1, 1});
}
