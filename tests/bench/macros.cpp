#include "macros.hpp"

#include "generator.hpp"

namespace bench {
namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

void write_macros(std::size_t count, const std::function<void(std::string_view)>& write) {
  Generator generator(1);
  std::string file = "{\n \"macros\": [";
  for (std::size_t i = 0; i < count; ++i) {
    const std::string id = std::to_string(1000 + i);
    file += i == 0 ? "\n" : ",\n";
    file += "  {\n   \"url\": \"https://example.zendesk.com/api/v2/macros/" + id +
            ".json\",\n   \"id\": " + id + ",\n   \"title\": \"Replies::Number " + id +
            "\",\n   \"active\": true,\n   \"position\": " + id +
            ",\n   \"description\": null,\n   \"restriction\": null,\n   \"created_at\": "
            "\"2026-01-05T09:00:00Z\",\n   \"actions\": [\n    {\n     \"field\": "
            "\"comment_value_html\",\n     \"value\": \"" +
            escaped(generator.reply(Variant::html)) +
            "\"\n    },\n    {\n     \"field\": \"status\",\n     \"value\": \"pending\"\n    }\n"
            "   ]\n  }";
    write(file);
    file.clear();
  }
  write(file + "\n ],\n \"next_page\": null\n}\n");
}

std::string make_macros(std::size_t count) {
  std::string file;
  write_macros(count, [&](std::string_view part) { file += part; });
  return file;
}

}  // namespace bench
