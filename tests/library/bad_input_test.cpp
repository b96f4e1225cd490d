// Files that are broken: what is wrong is told at its place, and the other replies are read.

#include <catch2/catch.hpp>
#include <chrono>

#include "library/files.hpp"

using namespace tonelint;
using namespace tonelint::testing;

TEST_CASE("CSV with a broken quotation mark in one record") {
  std::string file = "name,shortcut,body\n";
  for (int i = 1; i <= 500; ++i) {
    const std::string number = std::to_string(i);
    file += i == 412 ? "\"R412\",r412,\"Hi \"there\", how are you?\"\n"
                     : "\"R" + number + "\",r" + number + ",\"Hi,\nthere\"\n";
  }
  Library library({.name = "snippets.csv", .bytes = file});
  const auto replies = replies_of(library);
  REQUIRE(replies.size() == 500);
  std::size_t broken = 0;
  for (const SavedReply& reply : replies) {
    if (reply.problems.empty()) {
      CHECK(reply.text() == "Hi,\nthere");
      continue;
    }
    ++broken;
    CHECK(reply.problems[0].message ==
          "A quotation mark is wrong in record 412, which was not checked. Within quotation marks, "
          "write each one twice.");
    CHECK(reply.problems[0].position.line == 824);
    CHECK(reply.problems[0].position.column == 17);
  }
  CHECK(broken == 1);
  CHECK(library.whole());
}

TEST_CASE("CSV whose last quotation mark is missing") {
  const std::string file = "name,shortcut,body\na,b,\"Hi\"\nc,d,\"Hello\ne,f,Bye\n";
  CHECK(text_of(replies_of("snippets.csv", file)) ==
        "a /0/body text: Hi\n /1 [3:5 input/broken-quote]\ne /2/body text: Bye\n");
}

TEST_CASE("YAML with a tab in one record") {
  const std::string file =
      "- title: A\n  response: Hi\n- title: B\n\tresponse: Hi\n- title: C\n  response: Hello\n";
  Library library({.name = "premade.yaml", .bytes = file});
  const auto replies = replies_of(library);
  CHECK(text_of(replies) ==
        "A /0/response html: Hi\n /1 [4:1 input/not-yaml]\nC /2/response html: Hello\n");
  CHECK(library.whole());
}

TEST_CASE("a reply of five megabytes is checked as far as a reply goes") {
  const std::string file = "[{\"short_code\": \"a\", \"content\": \"" + std::string(5u << 20, 'a') +
                           "\"}, {\"short_code\": \"b\", \"content\": \"Hi\"}]";
  const auto replies = replies_of("replies.json", file);
  REQUIRE(replies.size() == 2);
  const Report report = lint(Guide::built_in(), replies[0], {}, {.only_rules = {"none"}});
  REQUIRE(report.diagnostics.size() == 1);
  CHECK(report.diagnostics[0].rule == "input/too-long");
  CHECK(report.diagnostics[0].span.begin == replies[0].written.begin + 1 + (1u << 20));
}

TEST_CASE("a file of no known shape has no format, and no replies") {
  for (const char* bytes : {"", "{}", "{\"a\": [1, 2]}", "[[1], [2]]", "\"text\""}) {
    INFO(bytes);
    Library library({.name = "a.json", .bytes = bytes});
    SavedReply reply;
    CHECK_FALSE(library.next(reply));
    CHECK_FALSE(library.is_certain());
  }
}

TEST_CASE("a mapping finds replies in a file of its own shape") {
  const LibraryMapping mapping{.records = "/box/items/*",
                               .text = "/say/text",
                               .name = "/label",
                               .id = "/key",
                               .channel = "/via",
                               .language = "/lang",
                               .folder = {},
                               .syntax = Syntax::markdown};
  const std::string file =
      R"({"box": {"items": [{"key": 7, "label": "A", "via": "chat", "lang": "en", "say":)"
      R"({"text": "Hi"}}]}})";
  const auto replies = replies_of("own.json", file, &mapping);
  CHECK(text_of(replies) == "A (7) /box/items/0/say/text markdown chat: Hi\n");
  REQUIRE(replies.size() == 1);
  CHECK(replies[0].language == "en");
  // What it does not describe is still known by its shape.
  CHECK(replies_of("github-replies.yml", fixture("github-replies.yml"), &mapping).size() == 2);
}

TEST_CASE("label actions name their replies by their label") {
  const std::string file =
      "issues:\n  heated:\n    comment: >\n      Hi @{issue-author}, calm\n      down.\n"
      "  wontfix:\n    comment:\n      - No.\n      - Never.\n    close: true\n  quiet:\n    lock: "
      "1\n";
  Library library({.name = "label-actions.yml", .bytes = file});
  CHECK(text_of(replies_of(library)) ==
        "heated /issues/heated/comment markdown public: Hi @{issue-author}, calm\n"
        "wontfix /issues/wontfix/comment/0 markdown public: No.\n"
        "wontfix /issues/wontfix/comment/1 markdown public: Never.\n");
  CHECK(library.skipped() == 1);
}

TEST_CASE("a record with thousands of findings takes about as long as a file with them") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "Unfortunately, we lost it. ";
  const std::string json = R"([{"id": 1, "short_code": "a", "content": ")" + text + "\"}]";
  const Guide guide = Guide::built_in();
  const auto time = [](const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::steady_clock::now() - start;
  };
  std::size_t plain = 0;
  std::size_t in_library = 0;
  const auto of_file = time([&] { plain = lint(guide, Source{"a.txt", text}).diagnostics.size(); });
  const auto of_record = time([&] {
    Library library({"a.json", json});
    SavedReply reply;
    REQUIRE(library.next(reply));
    in_library = lint(guide, reply).diagnostics.size();
  });
  CHECK(plain > 3000);
  CHECK(in_library > 3000);
  CHECK(of_record < 4 * of_file);
}
