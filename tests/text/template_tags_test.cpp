#include "text/template_tags.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

namespace tonelint {

/// The tags of a text, those without a partner in brackets.
static std::string tags_of(std::string_view text) {
  std::vector<TemplateTag> tags;
  find_template_tags(text, tags);
  const auto lonely = lonely_tags(tags);
  std::string out;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const bool alone = std::find(lonely.begin(), lonely.end(), i) != lonely.end();
    if (!out.empty()) out += ' ';
    out += alone ? "[" + std::string(tags[i].word) + "]" : std::string(tags[i].word);
  }
  return out;
}

TEST_CASE("tags of a template") {
  CHECK(tags_of("{% if a %}b{% elsif c %}d{%- else -%}e{%endif%}") == "if elsif else endif");
  CHECK(tags_of("{% case a %}{% when 1 %}b{% else %}c{% endcase %}") == "case when else endcase");
  CHECK(tags_of("{% for a in b %}{{a}}{% else %}c{% endfor %}") == "for else endfor");
  CHECK(tags_of("{%&nbsp;if a&nbsp;%}b{% endif %}") == "if endif");
  CHECK(tags_of("{% assign a = b %}{{a}}") == "assign");
}

TEST_CASE("what looks like a tag and is none") {
  CHECK(tags_of("{%customer.firstName%} {% if.a %} {{if}} 50{% off").empty());
  CHECK(tags_of("{% raw %}{% if %}{% endraw %}") == "raw endraw");
  CHECK(tags_of("{% comment %}{% else %}{% endcomment %}") == "comment endcomment");
  // The first is never closed.
  CHECK(tags_of("{% if a {% else %}") == "[else]");
}

TEST_CASE("tags without a partner") {
  CHECK(tags_of("{% if a %}b") == "[if]");
  CHECK(tags_of("a{% endif %}") == "[endif]");
  CHECK(tags_of("{% else %}{% if a %}{% endif %}") == "[else] if endif");
  CHECK(tags_of("{% if a %}{% when b %}{% endif %}") == "if [when] endif");
  CHECK(tags_of("{% case a %}{% elsif b %}{% endcase %}") == "case [elsif] endcase");
  CHECK(tags_of("{% if a %}{% for b in c %}{% endif %}") == "if [for] endif");
  CHECK(tags_of("{% if a %}{% endunless %}{% endif %}") == "if [endunless] endif");
}

}  // namespace tonelint
