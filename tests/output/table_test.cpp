#include <catch2/catch.hpp>
#include <set>

#include "tonelint/output.hpp"

using namespace tonelint;

TEST_CASE("every format is found by its name, and no two have one name") {
  std::set<std::string_view> names;
  for (const Format& format : formats()) {
    CHECK(find_format(format.name) == &format);
    CHECK_FALSE(format.purpose.empty());
    CHECK(names.insert(format.name).second);
  }
  CHECK(find_format("xml") == nullptr);
}

TEST_CASE("a summary counts what the reports hold") {
  Report report{.guide = Guide(nullptr)};
  Summary summary;
  summary.add(report);
  report.diagnostics.resize(4);
  report.diagnostics[0].level = Level::error;
  report.diagnostics[1].level = Level::suggestion;
  report.suppressed.resize(2);
  summary.add(report, 1);
  CHECK(summary.suppressed == 2);
  CHECK(summary.replies == 2);
  CHECK(summary.clean == 1);
  CHECK(summary.errors == 1);
  CHECK(summary.warnings == 2);
  CHECK(summary.suggestions == 1);
  CHECK(summary.fixable == 1);
}

TEST_CASE("things are counted as people say it") {
  CHECK(counted(1, "error") == "1 error");
  CHECK(counted(0, "error") == "0 errors");
  CHECK(counted(1, "reply", "replies") == "1 reply");
  CHECK(counted(2, "reply", "replies") == "2 replies");
}
