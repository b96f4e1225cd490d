#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "output/reports.hpp"
#include "tonelint/terminal.hpp"

using namespace tonelint;
using namespace tonelint::test;
using nlohmann::json;

namespace {

/// A draft with everything a report can hold, and emoji before the words.
Draft full() {
  Draft draft{"Hi 😀 é,\r\nplease send\r\nthe ticket.\n", "draft.txt", "8812"};
  Diagnostic& found =
      draft.find(Level::warning, "house", "send\r\nthe ticket", "We say “conversation”.");
  found.why = "Why.";
  found.category = "Words";
  found.link = "https://example.com/";
  found.rewrites = {{"open a conversation", {{{20, 24}, "open"}, {{26, 36}, "it"}}, true},
                    {"", {}, false}};
  draft.report.words = 6;
  draft.report.mood = {Mood::Kind::angry, {"third time"}};
  draft.report.not_applicable = {"name-missing"};
  Score score{72, true, {}, {}};
  score.dimensions.push_back({"warmth", true, 60, 50, 20, {}});
  score.dimensions.back().parts.push_back(
      {ScorePart::Kind::earned, "greeting", 20, {0, 2}, {1, 1}, "Hi"});
  score.dimensions.back().parts.push_back({ScorePart::Kind::missing, "thanks", 0, {}, {}, ""});
  score.dimensions.back().parts.push_back(
      {ScorePart::Kind::cost, "blunt", -10, {12, 18}, {2, 1}, "please"});
  score.dimensions.push_back({"empathy", false, 0, 0, 10, {}});
  score.gains.push_back({12, "warmth", "thanks", "thank them", true, {}, {}});
  score.gains.push_back({5, "warmth", "blunt", "soften it", false, {12, 18}, {2, 1}});
  draft.report.score = score;
  return draft;
}

json parsed(const std::vector<Draft>& drafts) { return json::parse(written("json", drafts)); }

/// Says where `value` departs from a schema, by the few keywords that ours uses; a key that the
/// schema does not describe departs as well. Empty: nowhere.
std::string departure(const json& value, const json& schema, const json& root,
                      const std::string& path) {
  if (schema.contains("$ref")) {
    const std::string target = schema["$ref"].get<std::string>().substr(1);
    return departure(value, root.at(json::json_pointer(target)), root, path);
  }
  if (schema.contains("const") && value != schema["const"]) return path + " is another constant";
  if (schema.contains("enum")) {
    for (const json& allowed : schema["enum"]) {
      if (value == allowed) return {};
    }
    return path + " is none of the allowed";
  }
  if (schema.contains("anyOf")) {
    std::string last;
    for (const json& allowed : schema["anyOf"]) {
      last = departure(value, allowed, root, path);
      if (last.empty()) return {};
    }
    return last;
  }
  const std::string type = schema.value("type", "");
  if (type == "null") return value.is_null() ? "" : path + " is not null";
  if (type == "string") return value.is_string() ? "" : path + " is no string";
  if (type == "boolean") return value.is_boolean() ? "" : path + " is no boolean";
  if (type == "integer") {
    const bool fits = value.is_number_integer() && value >= schema.value("minimum", 0);
    return fits ? "" : path + " is no such integer";
  }
  if (type == "array") {
    if (!value.is_array()) return path + " is no array";
    if (value.size() < schema.value("minItems", 0u) || value.size() > schema.value("maxItems", ~0u))
      return path + " has another length";
    for (const json& item : value) {
      const std::string found = departure(item, schema["items"], root, path + "[]");
      if (!found.empty()) return found;
    }
  }
  if (type == "object") {
    if (!value.is_object()) return path + " is no object";
    for (const json& key : schema["required"]) {
      if (!value.contains(key.get<std::string>())) return path + " lacks " + key.dump();
    }
    for (const auto& [key, member] : value.items()) {
      if (!schema["properties"].contains(key)) return path + "." + key + " is not described";
      const std::string found =
          departure(member, schema["properties"][key], root, path + "." + key);
      if (!found.empty()) return found;
    }
  }
  return {};
}

json schema() {
  std::ifstream file(std::string(TONELINT_ROOT) + "/src/output/report.schema.json");
  return json::parse(file);
}

}  // namespace

TEST_CASE("a report for programs") {
  Draft draft = full();
  draft.report.score.reset();  // its own test is below
  CHECK(written("json", {draft}) ==
        R"({"version":1,"tool":{"name":"tonelint","version":")" + std::string(version()) +
            R"("},
"replies":[
{"name":"draft.txt","id":"8812","guide":{"name":"","hash":"0000000000000000"},"words":6,"mood":{"kind":"angry","words":["third time"],"upset":0},)"
            R"("not_applicable":["name-missing"],"diagnostics":[
  {"rule":"house","level":"warning","category":"Words","message":"We say “conversation”.",)"
            R"("why":"Why.","link":"https://example.com/","match":"send\r\nthe ticket",)"
            R"("begin":{"line":2,"column":8},"end":{"line":3,"column":11},)"
            R"("span":{"bytes":[20,36],"code_points":[16,32],"utf16":[17,33]},"rewrites":[)"
            R"({"text":"open a conversation","safe":true,"edits":[)"
            R"({"span":{"bytes":[20,24],"code_points":[16,20],"utf16":[17,21]},"text":"open"},)"
            R"({"span":{"bytes":[26,36],"code_points":[22,32],"utf16":[23,33]},"text":"it"}]},)"
            R"({"text":"","safe":false,"edits":[]}]}],"suppressed":[],
  "score":null}
],
"summary":{"replies":1,"clean":0,"errors":0,"warnings":1,"suggestions":0,"fixable":1,"suppressed":0,"skipped":0}}
)");
}

TEST_CASE("what is suppressed stands apart, with the reason") {
  Draft draft{"Your ticket."};
  draft.find(Level::error, "house", "ticket", "We say “conversation”.");
  draft.report.suppressed = {{draft.report.diagnostics[0], Suppressed::By::guide, "Their word."}};
  draft.report.diagnostics.clear();
  const json report = parsed({draft});
  CHECK(report["replies"][0]["diagnostics"].empty());
  REQUIRE(report["replies"][0]["suppressed"].size() == 1);
  const json found = report["replies"][0]["suppressed"][0];
  CHECK(found["rule"] == "house");
  CHECK(found["span"]["bytes"] == json{5, 11});
  CHECK(found["suppressed_by"] == "guide");
  CHECK(found["reason"] == "Their word.");
  CHECK(report["summary"]["errors"] == 0);
  CHECK(report["summary"]["suppressed"] == 1);
  const json described = schema();
  CHECK(departure(report, described, described, "report") == "");
}

TEST_CASE("reports keep to the schema") {
  const json described = schema();
  CHECK(departure(parsed({full(), Draft{"fine"}}), described, described, "report") == "");
  CHECK(departure(parsed({}), described, described, "report") == "");
}

TEST_CASE("the test of the schema sees departures") {
  const json described = schema();
  json report = parsed({full()});
  const auto seen = [&] { return departure(report, described, described, "report"); };
  SECTION("a wrong version") {
    report["version"] = 2;
    CHECK(seen() == "report.version is another constant");
  }
  SECTION("a missing key") {
    report["replies"][0].erase("words");
    CHECK(seen() == "report.replies[] lacks \"words\"");
  }
  SECTION("a level that is none") {
    report["replies"][0]["diagnostics"][0]["level"] = "fatal";
    CHECK(seen() == "report.replies[].diagnostics[].level is none of the allowed");
  }
  SECTION("a key that is not described") {
    report["replies"][0]["marks"] = 1;
    CHECK(seen() == "report.replies[].marks is not described");
  }
}

TEST_CASE("a run without drafts is a report as well") {
  CHECK(parsed({})["replies"].empty());
  CHECK(parsed({})["summary"]["replies"] == 0);
}

TEST_CASE("any text becomes a JSON string that reads back the same") {
  const std::string text =
      GENERATE(std::string("plain"), std::string("“curly” 😀 é"),
               std::string("quote \" back \\ slash /"), std::string("\n\r\t\b\f\x01\x1f\x7f"),
               std::string(1, '\0'), std::string("\u0080\u009f\u2028"));
  std::string out;
  append_json(out, text);
  CHECK(json::parse(out) == text);
}

TEST_CASE("controls are escaped and bytes that are no UTF-8 replaced") {
  const auto as_json = [](std::string_view text) {
    std::string out;
    append_json(out, text);
    return out;
  };
  CHECK(as_json("\x1b\u009b") == "\"\\u001b\\u009b\"");
  CHECK(as_json("a\xff"
                "b\xe2\x82") ==
        "\"a\uFFFD"
        "b\uFFFD\"");
}

TEST_CASE("a name that is no UTF-8 does not break the report") {
  Draft draft{"text", "caf\xe9.txt"};
  CHECK(parsed({draft})["replies"][0]["name"] == "caf\uFFFD.txt");
}

TEST_CASE("offsets are right anywhere in a long text") {
  std::string text;
  for (int i = 0; i < 700; ++i) text += i % 3 == 0 ? "é" : i % 3 == 1 ? "😀" : "x\xff";
  text += "ticket";
  Draft draft{text};
  // Ends of every length from the beginning, all in one report.
  for (std::uint32_t end = 0; end <= text.size(); ++end) {
    const bool continues =
        end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u;
    if (continues) continue;
    Diagnostic found;
    found.rule = "rule";
    found.span = {0, end};
    draft.report.diagnostics.push_back(found);
  }
  std::uint32_t code_points = 0;
  std::uint32_t utf16 = 0;
  const json report = parsed({draft});
  for (const json& found : report["replies"][0]["diagnostics"]) {
    const std::uint32_t end = found["span"]["bytes"][1];
    REQUIRE(found["span"]["code_points"][1] == code_points);
    REQUIRE(found["span"]["utf16"][1] == utf16);
    REQUIRE(found["end"]["column"] == code_points + 1);
    ++code_points;
    utf16 += end < text.size() && static_cast<unsigned char>(text[end]) == 0xF0 ? 2 : 1;
  }
  CHECK(code_points == 700u * 4 / 3 + 7);
}

TEST_CASE("ends are counted over every kind of line end") {
  Draft draft{"a\nb\r\nc\rd"};
  draft.find(Level::warning, "rule", "a\nb\r\nc\rd", "Message.");
  const json end = parsed({draft})["replies"][0]["diagnostics"][0]["end"];
  CHECK(end == json{{"line", 4}, {"column", 2}});
}

TEST_CASE("json: the score, its parts and its gains") {
  const json score = parsed({full()})["replies"][0]["score"];
  CHECK(score["overall"] == 72);
  CHECK(score["blocked"] == true);
  const json& parts = score["dimensions"][0]["parts"];
  CHECK(parts[0]["words"] == "Hi");
  CHECK(parts[0]["span"]["bytes"] == json::array({0, 2}));
  CHECK(parts[1]["span"].is_null());
  CHECK(parts[2]["points"] == -10);
  CHECK(score["dimensions"][1]["score"].is_null());
  CHECK(score["gains"][0]["advice"] == "thank them");
  CHECK(score["gains"][0]["begin"].is_null());
  CHECK(score["gains"][1]["begin"]["line"] == 2);
}
