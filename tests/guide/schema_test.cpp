#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <span>
#include <sstream>
#include <string>

#include "checks/detectors.hpp"
#include "guide/words.hpp"
#include "tonelint/guide.hpp"

using namespace tonelint;
using nlohmann::json;

namespace {

using Words = std::set<std::string>;

/// The keys in the tables of the readers, by the place in the schema that describes them. The
/// tables are private to their readers, so this reads the source.
std::map<std::string, Words> keys_in(const std::string& source) {
  std::map<std::string, Words> keys;
  // `words` and `customer` are maps within a map, read by functions of the same reader.
  static const std::map<std::string, std::string> inner{{"words_min", "/words"},
                                                        {"words_max", "/words"},
                                                        {"customer_name", "/customer"},
                                                        {"customer_message", "/customer"}};
  static const std::regex entry(R"re(\{"([a-z-]+)",\s*&(\w+)::(\w+)\})re");
  for (std::sregex_iterator at(source.begin(), source.end(), entry), end; at != end; ++at) {
    const auto place = inner.find((*at)[3]);
    keys[(*at)[2].str() + (place == inner.end() ? "" : place->second)].insert((*at)[1]);
  }
  return keys;
}

std::map<std::string, Words> keys_of_readers() {
  std::string source;
  for (const auto& file : std::filesystem::directory_iterator(TONELINT_ROOT "/src/guide")) {
    if (file.path().extension() != ".cpp") continue;
    std::ostringstream text;
    text << std::ifstream(file.path()).rdbuf();
    source += text.str();
  }
  return keys_in(source);
}

const json& schema() {
  static const json parsed = json::parse(guide_schema());
  return parsed;
}

const json& at(const std::string& pointer) { return schema().at(json::json_pointer(pointer)); }

Words keys_at(const std::string& pointer) {
  Words keys;
  for (const auto& [key, value] : at(pointer + "/properties").items()) keys.insert(key);
  return keys;
}

Words words_at(const std::string& pointer) { return at(pointer + "/enum").get<Words>(); }

Words words_of(std::span<const std::string_view> words) { return {words.begin(), words.end()}; }

/// Every "$ref" of a schema.
void collect_references(const json& part, Words& out) {
  if (part.is_object() && part.contains("$ref")) out.insert(part["$ref"].get<std::string>());
  for (const json& inner : part) {
    if (inner.is_structured()) collect_references(inner, out);
  }
}

}  // namespace

TEST_CASE("the schema knows the keys of every reader, and no others") {
  const std::map<std::string, std::string> described{
      {"PartsReader", ""},
      {"ReplaceReader", "/properties/cues/additionalProperties/anyOf/1"},
      {"SuppressionReader", "/properties/suppress/items"},
      {"OverrideReader", "/properties/overrides/items"},
      {"LibraryReader", "/properties/library/anyOf/1"},
      {"RuleReader", "/$defs/rule"},
      {"RewriteReader", "/$defs/phrase-details"},
      {"ConditionReader", "/$defs/condition"},
      {"ConditionReader/words", "/$defs/condition/properties/words"},
      {"NearReader", "/$defs/near"},
      {"DimensionReader", "/$defs/dimension"},
      {"EarningReader", "/$defs/earning"},
      {"ExampleReader", "/$defs/example"},
      {"ExampleReader/customer", "/$defs/example/properties/customer"}};
  const auto readers = keys_of_readers();
  for (const auto& [reader, keys] : readers) {
    CAPTURE(reader);
    REQUIRE(described.count(reader) == 1);
    CHECK(keys_at(described.at(reader)) == keys);
  }
  CHECK(readers.size() == described.size());
}

TEST_CASE("keys are read from the tables of readers") {
  const auto keys = keys_in(R"({"also-find", &RuleReader::also_find}, {"min", &A::words_min},)");
  CHECK(keys == std::map<std::string, Words>{{"RuleReader", {"also-find"}}, {"A/words", {"min"}}});
}

TEST_CASE("the schema offers the words that keys choose from") {
  CHECK(words_at("/$defs/rule/properties/level") == words_of(words::levels));
  CHECK(words_at("/$defs/rule/properties/at") == words_of(words::at));
  CHECK(words_at("/$defs/rule/properties/per") == words_of(words::per));
  CHECK(words_at("/$defs/rule/properties/limit/anyOf/0") == words_of(words::measures));
  CHECK(words_at("/$defs/part") == words_of(words::parts));
  CHECK(words_at("/$defs/channel") == words_of(channel_names));
  CHECK(words_at("/$defs/mood") == words_of(words::moods));
  CHECK(words_at("/$defs/known") == words_of(words::known));
  CHECK(words_at("/$defs/condition/properties/turn") == words_of(words::turns));
  CHECK(words_at("/$defs/near/properties/side") == words_of(words::sides));
  CHECK(words_at("/$defs/example/properties/syntax") == words_of(words::syntaxes));
}

TEST_CASE("the schema offers the detectors and their options") {
  Words names;
  Words options;
  for (const Detector& detector : detectors()) {
    names.emplace(detector.name);
    options.insert(detector.options.begin(), detector.options.end());
  }
  CHECK(words_at("/$defs/rule/properties/detect") == names);
  CHECK(keys_at("/$defs/options") == options);
  CHECK(words_at("/$defs/helpdesk") == words_of(helpdesk_names()));
}

TEST_CASE("every reference of the schema leads somewhere, and every definition is used") {
  Words references;
  collect_references(schema(), references);
  Words definitions;
  for (const auto& [name, value] : at("/$defs").items()) definitions.insert("#/$defs/" + name);
  // “overrides” takes what the guide takes.
  for (const char* key : {"extends", "channel", "helpdesk", "cues", "rules"}) {
    CHECK(references.erase(std::string("#/properties/") + key) == 1);
    CHECK(schema()["properties"].contains(key));
  }
  CHECK(references == definitions);
}

TEST_CASE("every key of the schema has a description for the editor") {
  for (const std::string place :
       {"", "/$defs/rule", "/$defs/condition", "/$defs/near", "/$defs/example", "/$defs/options",
        "/$defs/phrase-details", "/$defs/dimension", "/$defs/earning"}) {
    for (const auto& [key, value] : at(place + "/properties").items()) {
      CAPTURE(place, key);
      CHECK(value.contains("description"));
    }
  }
}
