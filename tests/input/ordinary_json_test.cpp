// The quick reader of JSON tells what nlohmann-json tells, or gives up.

#include "input/ordinary_json.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>

using namespace tonelint;

namespace {

/// Writes down what it is told.
struct Notes {
  std::string all;

  bool add(const std::string& text) {
    all += text + "\n";
    return true;
  }
  bool null() { return add("null"); }
  bool boolean(bool truth) { return add(truth ? "true" : "false"); }
  bool number_unsigned(std::uint64_t number) { return add(std::to_string(number)); }
  bool number_integer(std::int64_t number) { return add("below 0 " + std::to_string(number)); }
  bool number_float(double, const std::string& number) { return add("fraction " + number); }
  bool string(std::string& text) { return add("text " + text); }
  bool binary(nlohmann::json::binary_t&) { return add("binary"); }
  bool key(std::string& text) { return add("key " + text); }
  bool start_object(std::size_t) { return add("{"); }
  bool start_array(std::size_t) { return add("["); }
  bool end_object() { return add("}"); }
  bool end_array() { return add("]"); }
  template <typename Error>
  bool parse_error(std::size_t, const std::string&, const Error&) {
    return false;
  }
};

/// What the quick reader tells, or "gave up".
std::string quick(const std::string& json) {
  Notes notes;
  return OrdinaryJson(json).tell(notes) ? notes.all : "gave up";
}

std::string whole(const std::string& json) {
  Notes notes;
  return nlohmann::json::sax_parse(json, &notes) ? notes.all : "wrong";
}

const std::vector<std::string> ordinary = {
    R"({"reply": "Hi \u201cyou\u201d,\n\tand \\ \/ \"\ud83d\ude00\" \u0000 é€😀", "turn": 12})",
    R"( {"a":[1,2,[],{},[{"b":null}]],"c":true,"d":false,"e":{"f":"g"} , "h" : [ "i" , 0 ] } )",
    "[]",
    "{}",
    "\"x\"",
    "17",
    "null",
    " [ ] ",
    "[123456789012345678]",
    "\"a long text of plain letters, then one that is not: \x7f and on it goes\"",
};

}  // namespace

TEST_CASE("ordinary JSON is read quickly, and as nlohmann-json reads it") {
  for (const std::string& json : ordinary) {
    CAPTURE(json);
    CHECK(quick(json) == whole(json));
  }
}

TEST_CASE("the quick reader gives up at mistakes and at what is rare") {
  for (const std::string json : {"",
                                 " ",
                                 "{",
                                 "[1",
                                 "[1,]",
                                 "{\"a\":1,}",
                                 "{\"a\"}",
                                 "{a:1}",
                                 "[1 2]",
                                 "[,]",
                                 "01",
                                 "-1",
                                 "1.5",
                                 "1e3",
                                 "1234567890123456789",
                                 "tru",
                                 "nul",
                                 "\"",
                                 "\"\\",
                                 "\"\\x\"",
                                 "\"\\u12\"",
                                 "\"\\u12g4\"",
                                 "\"\\ud800\"",
                                 "\"\\udc00\"",
                                 "\"\\ud800\\u0041\"",
                                 "\"\n\"",
                                 "\"\xff\"",
                                 "\"\xc3\"",
                                 "[] []",
                                 "\xef\xbb\xbf[]",
                                 "[}",
                                 "{]",
                                 "]",
                                 "}"}) {
    CAPTURE(json);
    CHECK(quick(json) == "gave up");
  }
  CHECK(quick(std::string(33, '[') + std::string(33, ']')) == "gave up");
}

TEST_CASE("whatever is done to JSON, the quick reader never tells anything else") {
  std::mt19937 random(1);
  const std::string bytes = "{}[]\",:\\u0d8cen1tf \n.-\x80\xc3\xff";
  std::size_t read = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string json = ordinary[random() % ordinary.size()];
    for (std::size_t changes = random() % 3 + 1; changes > 0; --changes) {
      const std::size_t at = random() % json.size();
      const char byte = bytes[random() % bytes.size()];
      if (random() % 2 == 0) {
        json[at] = byte;
      } else {
        json.insert(at, 1, byte);
      }
    }
    const std::string told = quick(json);
    if (told == "gave up") continue;
    ++read;
    if (told != whole(json)) FAIL(json);
  }
  CHECK(read > 1000);
}
