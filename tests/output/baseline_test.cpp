#include "tonelint/baseline.hpp"

#include <catch2/catch.hpp>

#include "output/reports.hpp"

using namespace tonelint;
using tonelint::test::Draft;

namespace {

Draft draft(const std::string& text, Record record) {
  Draft draft{text, "macros.json"};
  draft.report.record = std::move(record);
  return draft;
}

std::string written(const std::vector<Draft>& drafts) {
  const auto writer = find_format("baseline")->make({});
  std::string out;
  writer->begin(out);
  for (const Draft& each : drafts) {
    writer->reply({{each.name, each.text}, each.report, each.id}, out);
  }
  writer->end({}, out);
  return out;
}

bool all(std::string_view) { return true; }

}  // namespace

TEST_CASE("a baseline may name a folder alone") {
  Baseline baseline(R"({"rule":"no-ticket","file":".//","words":"ticket"})");
  Draft nameless{"A ticket.", ""};
  nameless.find(Level::warning, "no-ticket", "ticket", "");
  CHECK(baseline.hide(nameless.name, nameless.report) == 1);
  CHECK(Baseline::plain("././/a.txt") == "a.txt");
}

TEST_CASE("a baseline has a line for each rule and words of a reply") {
  Draft reply = draft("A ticket, a ticket \"late\".", {"Late", "17", "/0"});
  reply.find(Level::warning, "no-ticket", "ticket", "");
  reply.find(Level::warning, "no-ticket", "ticket", "");
  reply.find(Level::error, "quoted", "\"late\"", "");
  Draft plain{"late", "./a.txt"};
  plain.miss(Level::warning, "no-greeting", "late", "");
  CHECK(written({reply, plain}) ==
        "{\"baseline\":1}\n"
        "{\"rule\":\"no-ticket\",\"file\":\"macros.json\",\"id\":\"17\",\"name\":\"Late\","
        "\"words\":\"ticket\",\"count\":2}\n"
        "{\"rule\":\"quoted\",\"file\":\"macros.json\",\"id\":\"17\",\"name\":\"Late\","
        "\"words\":\"\\\"late\\\"\"}\n"
        "{\"rule\":\"no-greeting\",\"file\":\"a.txt\",\"words\":\"\"}\n");
}

TEST_CASE("a file that cannot be read to its end does not become known") {
  Draft reply = draft("ticket", {"Late", "17", "/0"});
  reply.find(Level::error, "input/not-json", "ticket", "");
  reply.report.diagnostics.back().category = "input";
  CHECK(written({reply}) == "{\"baseline\":1}\n");
}

TEST_CASE("a baseline hides what is known as often as it is, wherever it stands") {
  Draft before = draft("ticket", {"Late", "17", "/0"});
  before.find(Level::warning, "no-ticket", "ticket", "");
  const std::string bytes = written({before});

  Draft now = draft("A new ticket. Another ticket.", {"Late, renamed", "17", "/3"});
  now.find(Level::warning, "no-ticket", "ticket", "");
  now.find(Level::warning, "no-ticket", "ticket", "");
  now.find(Level::warning, "other", "ticket", "");
  Baseline baseline(bytes);
  CHECK(baseline.hide("moved.json", now.report) == 1);
  REQUIRE(now.report.diagnostics.size() == 2);
  CHECK(now.report.diagnostics[0].rule == "no-ticket");
  CHECK(now.report.diagnostics[1].rule == "other");

  Draft other = draft("ticket", {"Late", "18", "/0"});
  other.find(Level::warning, "no-ticket", "ticket", "");
  CHECK(Baseline(bytes).hide("macros.json", other.report) == 0);
}

TEST_CASE("a reply without an id is known by its name, and without both by its file") {
  for (const Record& record : {Record{"Late", "", "/0"}, Record{"", "", "/0"}}) {
    Draft reply = draft("ticket", record);
    reply.find(Level::warning, "no-ticket", "ticket", "");
    const std::string bytes = written({reply});
    Report again = reply.report;
    again.record.pointer = "/7";
    Report elsewhere = again;
    CHECK(Baseline(bytes).hide("./macros.json", again) == 1);
    CHECK(Baseline(bytes).hide("other.json", elsewhere) == (record.name.empty() ? 0 : 1));
  }
}

TEST_CASE("what is no longer there is stale, but not in files that were not checked") {
  const std::string bytes =
      "{\"baseline\":1}\n"
      "{\"rule\":\"a\",\"file\":\"x.txt\",\"words\":\"w\",\"count\":3}\n"
      "{\"rule\":\"b\",\"file\":\"x.txt\",\"words\":\"w\"}\n"
      "{\"rule\":\"c\",\"file\":\"y.txt\",\"words\":\"w\"}\n";
  Draft reply{"w", "x.txt"};
  reply.find(Level::warning, "a", "w", "");
  Baseline baseline(bytes);
  CHECK(baseline.hide("x.txt", reply.report) == 1);
  const Baseline::Stale stale =
      baseline.stale([](std::string_view file) { return file == "x.txt"; });
  CHECK(stale.findings == 3);
  CHECK(stale.bytes ==
        "{\"baseline\":1}\n"
        "{\"rule\":\"a\",\"file\":\"x.txt\",\"words\":\"w\"}\n"
        "{\"rule\":\"c\",\"file\":\"y.txt\",\"words\":\"w\"}\n");
}

TEST_CASE("a line that is no entry of a baseline is a problem at its line") {
  Baseline baseline("{\"baseline\":1}\n\n{\"rule\":\"a\"}\nwhat\n");
  REQUIRE(baseline.problems().size() == 1);
  CHECK(baseline.problems()[0].position == Position{3, 1});
  CHECK(Baseline("\xEF\xBB\xBF{\"baseline\":1}\r\n").problems().empty());
  CHECK(Baseline("").problems().empty());
  CHECK(Baseline("").stale(all).findings == 0);
}
