// A reply with Liquid tags is checked as each customer may get it.

#include "lint/variants.hpp"

#include <catch2/catch.hpp>

#include "input/random_text.hpp"
#include "input/reader.hpp"
#include "tonelint/fix.hpp"
#include "world.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

const std::string rules = guide(
    "cues:\n  done: [done]\n---\n"
    "bad: {find: {bad: good}, safe: true}\n"
    "end: {missing: done, level: suggestion}\n"
    "pair: {find: [we can not]}\n"
    "tag: {detect: template-tag}\n"
    "name: {detect: placeholder-unknown}\n"
    "words: {limit: words, max: 6}\n");

Report check(const std::string& reply, const Context& context = {}, const LintOptions& options = {},
             Syntax syntax = Syntax::text, const std::string& text = rules) {
  const LoadedGuide& compiled = loaded(text);
  for (const GuideProblem& problem : compiled.problems) {
    UNSCOPED_INFO(problem.diagnostic.message);
  }
  REQUIRE(compiled.guide);
  return lint(*compiled.guide, {.name = "", .bytes = reply, .syntax = syntax}, context, options);
}

/// "column rule [branch]", joined by commas.
std::string said(const Report& report) {
  std::string out;
  for (const Diagnostic& each : report.diagnostics) {
    if (!out.empty()) out += ", ";
    out += std::to_string(each.position.column) + " " + std::string(each.rule);
    if (!each.branch.empty()) out += " [" + each.branch + "]";
  }
  return out;
}

/// The texts that a reply may become, each behind a bar.
std::string variants_of(std::string_view source) {
  Variants variants;
  if (!variants.read(source)) return "none";
  std::string out;
  std::vector<Span> gone;
  for (std::size_t i = 0; i < variants.count(); ++i) {
    variants.left_out(i, gone);
    out += '|';
    std::uint32_t at = 0;
    for (const Span each : gone) {
      out += source.substr(at, each.begin - at);
      at = each.end;
    }
    out += source.substr(at);
  }
  return out;
}

}  // namespace

TEST_CASE("the ways through the branches of a reply") {
  CHECK(variants_of("a{% if x %}b{% else %}c{% endif %}d") == "|abd|acd");
  CHECK(variants_of("a{% if x %}b{% endif %}c") == "|abc|ac");
  CHECK(variants_of("{% unless x %}b{% endunless %}") == "|b|");
  CHECK(variants_of("{% if x %}a{% elsif y %}b{% else %}c{% endif %}") == "|a|b|c");
  CHECK(variants_of("{% case x %} {% when 1 %}a{% when 2 %}b{% endcase %}.") == "|a.|b.|.");
  CHECK(variants_of("{% case x %}{% when 1 %}a{% else %}b{% endcase %}") == "|a|b");
  CHECK(variants_of("{% for x in y %}a{% endfor %}") == "|a");
  CHECK(variants_of("{% for x in y %}a{% else %}b{% endfor %}") == "|a|b");
  CHECK(variants_of("{% if x %}a{% if y %}b{% else %}c{% endif %}{% else %}d{% endif %}") ==
        "|ab|ac|d");
  CHECK(variants_of("{% if x %}a{% endif %}{% if y %}b{% endif %}") == "|ab|a|b|");
}

TEST_CASE("what is in no variant") {
  CHECK(variants_of("a {% assign x = y %}b") == "|a b");
  CHECK(variants_of("a {%- if x -%} b {%- else %} c {% endif -%} d") == "|abd|a c d");
  CHECK(variants_of("a{% capture x %}b{% endcapture %}c{% comment %}d{% endcomment %}") == "|ac");
  CHECK(variants_of("a{% raw %}{% if x %}{% endraw %}") == "|a{% if x %}");
  CHECK(variants_of("a{% if x %}") == "none");
  CHECK(variants_of("a {%customer.firstName%}") == "none");
}

TEST_CASE("of many branches each is looked at once") {
  std::string source;
  for (char c = 'a'; c < 'g'; ++c) {
    source +=
        std::string("{% if x %}") + c + "{% else %}" + static_cast<char>(c - 32) + "{% endif %}";
  }
  CHECK(variants_of(source) == "|abcdef|Abcdef|aBcdef|abCdef|abcDef|abcdEf|abcdeF");
  std::string many;
  for (int i = 0; i < 20; ++i) many += source;
  Variants variants;
  REQUIRE(variants.read(many));
  CHECK(variants.count() == Variants::most);
}

TEST_CASE("a finding is told once, with its branch") {
  CHECK(said(check("bad done {% if x %}done bad{% else %}done bad{% endif %}")) ==
        "1 bad, 25 bad [{% if x %}], 43 bad [{% else %}]");
  CHECK(said(check("done {% if x == 1 %}bad{% endif %}")) == "21 bad [{% if x == 1 %}]");
  // Missing at the end, where one branch does not say it.
  CHECK(said(check("It is {% if x %}done{% else %}here{% endif %}.")) == "1 end [{% else %}]");
  CHECK(said(check("It is {% if x %}done{% endif %}.")) == "1 end [without {% if x %}]");
  CHECK(said(check("It is {% if x %}here{% else %}there{% endif %}.")) == "1 end");
}

TEST_CASE("words on both sides of a tag belong together") {
  const std::string reply = "done: we {% if x %}can{% else %}will{% endif %} not go";
  const Report report = check(reply);
  REQUIRE(said(report) == "7 pair [{% if x %}]");
  CHECK(report.diagnostics[0].match == "we can not");
  CHECK(said(check("a b c d {% if x %}e f{% else %}g h i done{% endif %}")) ==
        "1 end [{% if x %}], 1 words [{% else %}]");
}

TEST_CASE("findings of branches within branches name the inner one") {
  CHECK(said(check("done {% if x %}{% if y %}bad{% else %}ok{% endif %}{% endif %}")) ==
        "26 bad [{% if y %}]");
  CHECK(said(check("{% if x %}do{% endif %}{% if y %}so{% endif %}{% if x %}done{% endif %}")) !=
        "");
}

TEST_CASE("tags that do not fit are told, and the reply is read as it stands") {
  CHECK(said(check("done {% if x %}bad")) == "6 tag, 16 bad");
  CHECK(said(check("done {% if x %}bad{% endif %}")) == "16 bad [{% if x %}]");
}

TEST_CASE("names in tags and branches are looked at as written") {
  Context zendesk;
  zendesk.helpdesk = "zendesk";
  CHECK(said(check("done {% if ticket.titel == 1 %}{{ticket.titel}}{% endif %}", zendesk)) ==
        "12 name, 32 name");
}

TEST_CASE("a helpdesk without such tags has no branches") {
  Context help_scout;
  help_scout.helpdesk = "helpscout";
  CHECK(said(check("done {% if x %}bad{% endif %}", help_scout)) == "6 name, 16 bad, 19 name");
}

TEST_CASE("a fix changes each place once") {
  const std::string reply = "bad done {% if x %}bad bad{% else %}bad{% endif %} bad";
  const FixResult fixed = fix(*loaded(rules).guide, {.name = "", .bytes = reply});
  CHECK(fixed.bytes == "Good done {% if x %}good good{% else %}good{% endif %} good");
  CHECK(fixed.fixed == 5);
}

TEST_CASE("a comment that silences something in one variant is not idle") {
  const std::string reply =
      "done\n{# tonelint-disable-next-line bad #}\n{% if x %}bad{% else %}ok{% endif %}";
  const Report report = check(reply);
  CHECK(said(report).empty());
  REQUIRE(report.suppressed.size() == 1);
  CHECK(report.suppressed[0].diagnostic.branch == "{% if x %}");
  CHECK(said(check("{# tonelint-disable bad #}done {% if x %}ok{% endif %}")) ==
        "21 suppression/unused");
}

TEST_CASE("branches in HTML take their blocks with them") {
  const std::string reply =
      "<p>done</p>{% if x == &quot;a&quot; %}<p>bad</p>{% else %}<ul><li>ok</li></ul>{% endif %}";
  CHECK(said(check(reply, {}, {}, Syntax::html)) == "42 bad [{% if x == \"a\" %}]");
}

TEST_CASE("an error in any branch holds the reply back") {
  const std::string text = guide("bad: {find: [bad], level: error}\n") +
                           "score:\n  length: {weight: 1, start: 50, costs: {question: 5}}\n";
  const auto is_blocked = [&](const std::string& reply) {
    const Report report = check(reply, {}, {.score = true}, Syntax::text, text);
    REQUIRE(report.score);
    return report.score->blocked;
  };
  CHECK(is_blocked("So {% if x %}good{% else %}bad{% endif %}."));
  CHECK(!is_blocked("So {% if x %}good{% else %}fine{% endif %}."));
}

TEST_CASE("the text of a report is the reply as written") {
  const Report report = check("done {% if x %}a{% else %}bad{% endif %}", {}, {.text = true});
  REQUIRE(report.diagnostics.size() == 1);
  const Span in_text = report.diagnostics[0].in_text;
  CHECK(report.text.substr(in_text.begin, in_text.size()) == "bad");
}

TEST_CASE("findings in random branches lie where their words are") {
  RandomText chance(11);
  constexpr std::string_view parts[] = {"bad ",         "we can ",     "not ",   "{% if x %}",
                                        "{% else %}",   "{% endif %}", "done. ", "\n\n",
                                        "{% if y -%} ", "<b>x</b> ",   "* bad ", "&amp; bad "};
  for (const Syntax syntax : {Syntax::text, Syntax::markdown, Syntax::html}) {
    int looked_at = 0;
    for (int round = 0; round < 1500; ++round) {
      std::string source;
      for (int i = 0; i < 14; ++i) source += parts[chance.below(std::size(parts))];
      Variants variants;
      if (!variants.read(source)) continue;
      INFO(source);
      for (const Diagnostic& found : check(source, {}, {}, syntax).diagnostics) {
        if (found.rule != "bad" && found.rule != "pair") continue;
        ++looked_at;
        bool stands = false;
        for (std::size_t i = 0; i < variants.count() && !stands; ++i) {
          Reply reply;
          variants.left_out(i, reply.left_out);
          reader_for({.name = {}, .bytes = source, .syntax = syntax}).read(source, reply);
          for (std::size_t at = reply.text.find(found.match); at != std::string::npos && !stands;
               at = reply.text.find(found.match, at + 1)) {
            const auto begin = static_cast<std::uint32_t>(at);
            const auto end = begin + static_cast<std::uint32_t>(found.match.size());
            stands = reply.map.to_source({begin, end}) == found.span;
          }
        }
        REQUIRE(stands);
        if (found.rule == "bad") {
          REQUIRE(source.substr(found.span.begin, found.span.size()) == "bad");
        }
      }
    }
    CHECK(looked_at > 50);
  }
}
