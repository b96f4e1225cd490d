#include <catch2/catch.hpp>

#include "output/reports.hpp"
#include "output/xml_text.hpp"

using namespace tonelint;
using namespace tonelint::test;

namespace {

std::string xml(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
}

Draft two_findings() {
  Draft draft{"your ticket\nis stupid", "a&b.txt"};
  draft.find(Level::suggestion, "house", "ticket", "Say “conversation”.").rewrites = {
      {"your conversation", {}, true}};
  draft.find(Level::error, "insult", "stupid", "Don't.");
  return draft;
}

}  // namespace

TEST_CASE("XML holds markup, line breaks and what it has no place for") {
  CHECK(xml("a<b> & \"c\"'") == "a&lt;b&gt; &amp; &quot;c&quot;'");
  CHECK(xml("1\n2\r\t") == "1&#10;2&#13;&#9;");
  CHECK(xml(std::string_view("\0\x1b[31m", 6)) == "\uFFFD\uFFFD[31m");
  CHECK(xml("\xEF\xBF\xBE") == "\uFFFD");  // U+FFFE
  CHECK(xml("\xff é 😀") == "\uFFFD é 😀");
}

TEST_CASE("a JUnit report in full") {
  Draft saved{"a ticket"};
  saved.report.record.name = "Closing";
  saved.find(Level::suggestion, "house", "ticket", "Say “conversation”.");
  CHECK(written("junit", {two_findings(), saved, Draft{"fine", "c.txt"}}) ==
        R"xml(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="tonelint">
<testsuite name="a&amp;b.txt" tests="1" failures="1" errors="0">
<testcase name="a&amp;b.txt" classname="a&amp;b.txt"><failure type="insult" message="Don't. (and 1 more)">a&amp;b.txt:1:6: suggestion: Say “conversation”. [house]
  Better: your conversation
a&amp;b.txt:2:4: error: Don't. [insult]
</failure></testcase>
</testsuite>
<testsuite name="draft.txt" tests="1" failures="0" errors="0">
<testcase name="Closing" classname="draft.txt"><system-out>draft.txt:1:3: suggestion: Say “conversation”. [house]
</system-out></testcase>
</testsuite>
<testsuite name="c.txt" tests="1" failures="0" errors="0">
<testcase name="c.txt" classname="c.txt"/>
</testsuite>
</testsuites>
)xml");
}

TEST_CASE("replies of one file are one JUnit suite and one Checkstyle file") {
  const Draft first = two_findings(), second = two_findings();
  for (const auto& [format, element] :
       {std::pair{"junit", "<testsuite "}, {"checkstyle", "<file "}}) {
    std::string out;
    const auto writer = find_format(format)->make({});
    const Source source{"macros.json", first.text};
    writer->reply({source, first.report, {}, false}, out);
    writer->reply({source, second.report, {}, true}, out);
    writer->end({}, out);
    CHECK(out.find(element) == out.rfind(element));
    CHECK(out.find(element) != std::string::npos);
  }
}

TEST_CASE("a Checkstyle report in full, without files that are fine") {
  Draft draft = two_findings();
  draft.report.record.name = "Closing";
  CHECK(written("checkstyle", {Draft{"fine"}, draft}) ==
        R"(<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
<file name="a&amp;b.txt">
<error line="1" column="6" severity="info" message="Closing: Say “conversation”. Better: your conversation" source="tonelint.house"/>
<error line="2" column="4" severity="error" message="Closing: Don't." source="tonelint.insult"/>
</file>
</checkstyle>
)");
}
