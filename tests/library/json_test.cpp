// JSON is read where it stands. Another JSON parser says whether it was read right.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>

#include "library/files.hpp"
#include "library/json_reader.hpp"
#include "library/path.hpp"
#include "library/written.hpp"

using namespace tonelint;
using namespace tonelint::testing;
using Json = nlohmann::json;

namespace {

/// A value as the tree has it, for comparison.
Json json_of(const RecordTree& tree, std::uint32_t number, std::string_view file) {
  const Value& value = tree.values[number];
  if (value.kind == Value::Kind::text) {
    Unescaped text;
    unescape({file, value.written, value.writing, ',', 0}, text);
    if (value.writing == Writing::json_string) return text.text;
    return Json::parse(text.text);
  }
  Json out = value.kind == Value::Kind::map ? Json::object() : Json::array();
  for (std::uint32_t at = number + 1; at < value.end; at = tree.values[at].end) {
    if (value.kind == Value::Kind::map) {
      out[std::string(tree.values[at].key)] = json_of(tree, at, file);
    } else {
      out.push_back(json_of(tree, at, file));
    }
  }
  return out;
}

/// Some JSON by chance, of all that there is.
class RandomJson {
 public:
  explicit RandomJson(unsigned seed) : random_(seed) {}

  Json value(int depth = 0) {
    switch (random_() % (depth > 3 ? 5 : 7)) {
      case 0:
        return nullptr;
      case 1:
        return random_() % 2 == 0;
      case 2:
        return static_cast<int>(random_() % 2000) - 1000;
      case 3:
        return 0.25 * static_cast<double>(random_() % 1000);
      case 4:
        return text();
      case 5: {
        Json list = Json::array();
        for (unsigned i = (*this)() % 4; i > 0; --i) list.push_back(value(depth + 1));
        return list;
      }
      default: {
        Json object = Json::object();
        for (unsigned i = (*this)() % 4; i > 0; --i) object[text()] = value(depth + 1);
        return object;
      }
    }
  }

  std::string text() {
    constexpr std::string_view pieces[] = {"a",    "\"", "\\", "/", "\n", "\t", "é",      "😀",
                                           "\x01", "{",  "]",  ",", ":",  " ",  "\\u0041"};
    std::string out;
    for (unsigned i = (*this)() % 6; i > 0; --i) out += pieces[random_() % std::size(pieces)];
    return out;
  }

  unsigned operator()() { return static_cast<unsigned>(random_()); }

 private:
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("JSON means what another parser says it means") {
  RandomJson random(7);
  for (int i = 0; i < 3000; ++i) {
    const Json wanted = random.value();
    const bool ascii = i % 2 == 0;
    const std::string file = wanted.dump(i % 3 == 0 ? 2 : -1, ' ', ascii);
    INFO(file);
    JsonText json(file);
    RecordTree tree;
    REQUIRE(json.read_value(tree));
    REQUIRE(json_of(tree, 0, file) == wanted);
    REQUIRE(json.peek() == JsonText::Type::end);
    JsonText passed(file);
    REQUIRE(passed.skip_value());
    REQUIRE(passed.at() == json.at());
  }
}

TEST_CASE("broken JSON is a problem at its place, and never a crash") {
  RandomJson random(11);
  for (int i = 0; i < 3000; ++i) {
    std::string file = random.value().dump();
    file[random() % file.size()] = "\"\\{}[],:x0"[random() % 10];
    if (i % 2 == 0) file.resize(random() % file.size());
    INFO(file);
    JsonText json(file);
    RecordTree tree;
    const bool read = json.read_value(tree);
    REQUIRE(read != json.failed());
    REQUIRE(json.mistake().span.end <= file.size());
    if (Json::accept(file)) REQUIRE(read);
  }
}

TEST_CASE("records are found by their pointer, whatever stands around them") {
  const std::string file = R"({"count": 2, "deep": {"macros": [1]}, "macros": [)"
                           R"({"id": 1}, {"id": 2}], "next": [{"id": 3}]})";
  const auto reader = read_json_records(file, "/macros/*");
  RecordTree record;
  std::string found;
  while (reader->next(record)) found += record.pointer + "=" + text_at(record, "/id", file) + " ";
  CHECK(found == "/macros/0=1 /macros/1=2 ");
  CHECK(reader->whole());
}

TEST_CASE("a truncated file gives what stands before the end, and says where it ends") {
  const std::string whole = fixture("zendesk-macros.json");
  const std::string file = whole.substr(0, whole.find("\"Orders::Missing"));
  Library library({.name = "macros.json", .bytes = file});
  CHECK(text_of(replies_of(library)) ==
        "Shipping::Damaged on arrival (1) /macros/0/actions/0/value html: <p>Hi "
        "{{ticket.requester\n /macros/1 [32:13 input/not-json]\n");
  CHECK_FALSE(library.whole());
}

TEST_CASE("a missing comma ends the file, and the place is told") {
  const auto replies = replies_of(
      "replies.json", "[{\"short_code\": \"a\", \"content\": \"Hi\"}\n {\"short_code\": \"b\"}]");
  REQUIRE(replies.size() == 2);
  CHECK(replies[0].text() == "Hi");
  CHECK(replies[1].problems[0].message == "This is not JSON: a comma or “]” is missing here.");
  CHECK(replies[1].problems[0].position == Position{2, 2});
}

TEST_CASE("JSON Lines: a broken line leaves the others alone") {
  const std::string file =
      "{\"short_code\": \"a\", \"content\": \"Hi\"}\n{\"short_code\": \"b\", \"conte\n"
      "{\"short_code\": \"c\", \"content\": \"Hello\"}\n";
  Library library({.name = "replies.jsonl", .bytes = file});
  CHECK(text_of(replies_of(library)) ==
        "a /0/content markdown: Hi\n /1 [2:27 input/not-json]\nc /2/content markdown: Hello\n");
}

TEST_CASE("two records with one id: the second is told of") {
  const auto replies = replies_of("replies.json",
                                  "[{\"id\": 4, \"short_code\": \"a\", \"content\": \"Hi\"},\n"
                                  " {\"id\": 5, \"short_code\": \"b\", \"content\": \"Hi\"},\n"
                                  " {\"id\": 4, \"short_code\": \"c\", \"content\": \"Hi\"}]");
  REQUIRE(replies.size() == 3);
  CHECK(replies[1].problems.empty());
  REQUIRE(replies[2].problems.size() == 1);
  CHECK(replies[2].problems[0].message == "Another saved reply has the id 4 too, at line 1.");
  CHECK(replies[2].problems[0].position == Position{3, 9});
}

TEST_CASE("an escape that JSON does not know is a problem in the text") {
  const auto replies =
      replies_of("replies.json", R"([{"short_code": "a", "content": "Hi \q, \ud83d!"}])");
  REQUIRE(replies.size() == 1);
  const Report report = lint(Guide::built_in(), replies[0], {}, {.only_rules = {"none"}});
  REQUIRE(report.diagnostics.size() == 2);
  CHECK(report.diagnostics[0].rule == "input/bad-escape");
  CHECK(report.diagnostics[0].position == Position{1, 37});
  CHECK(report.diagnostics[1].message == "This is half of a character: its other half is missing.");
}
