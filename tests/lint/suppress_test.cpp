#include <catch2/catch.hpp>

#include "tonelint/fix.hpp"
#include "world.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

const std::string rules = guide(
    "bad: {find: [bad]}\n"
    "ugly: {find: {ugly: plain}, safe: true}\n"
    "quiet: {find: [quiet], off: true}\n"
    "long: {limit: words, max: 5}\n");

Report check(const std::string& reply, const LintOptions& options = {},
             Syntax syntax = Syntax::html, const std::string& text = rules,
             std::string_view name = "draft", const Context& context = {}) {
  const LoadedGuide& compiled = loaded(text);
  for (const GuideProblem& problem : compiled.problems) {
    UNSCOPED_INFO(problem.diagnostic.message);
  }
  REQUIRE(compiled.guide);
  return lint(*compiled.guide, {.name = name, .bytes = reply, .syntax = syntax}, context, options);
}

/// "line:column rule" of what is said, then of what is suppressed in brackets, with its reason.
std::string said(const Report& report) {
  std::string out;
  const auto add = [&](const Diagnostic& each) {
    if (!out.empty()) out += ' ';
    out += std::to_string(each.position.line) + ":" + std::to_string(each.position.column) + " " +
           std::string(each.rule);
  };
  for (const Diagnostic& each : report.diagnostics) add(each);
  for (const Suppressed& each : report.suppressed) {
    add(each.diagnostic);
    out += "(" + each.reason + ")";
  }
  return out;
}

std::string said(const std::string& reply, Syntax syntax = Syntax::html) {
  return said(check(reply, {}, syntax));
}

/// What suppressions were complained of.
std::string problem(const std::string& reply) {
  for (const Diagnostic& each : check(reply).diagnostics) {
    if (each.rule.starts_with("suppression/")) return std::string(each.rule) + ": " + each.message;
  }
  return {};
}

}  // namespace

TEST_CASE("a comment silences the next line, its own or a passage") {
  CHECK(said("<!-- tonelint-disable-next-line bad -- law -->\nbad\nbad") == "3:1 bad 2:1 bad(law)");
  CHECK(said("<!-- tonelint-disable-next-line -->\n\n  \nbad ugly\nbad") ==
        "5:1 bad 4:1 bad() 4:5 ugly()");
  CHECK(said("bad\nbad <!-- tonelint-disable-line bad -->\nbad") == "1:1 bad 3:1 bad 2:1 bad()");
  CHECK(said("bad <!-- tonelint-disable -->bad\nbad<!-- tonelint-enable --> bad") ==
        "1:1 bad 2:29 bad 1:30 bad() 2:1 bad()");
  CHECK(said("<!-- tonelint-disable bad -->bad\nbad ugly") == "2:5 ugly 1:30 bad() 2:1 bad()");
}

TEST_CASE("a passage may be opened and closed rule by rule") {
  CHECK(said("<!-- tonelint-disable bad, ugly -->bad ugly<!-- tonelint-enable bad -->\nbad ugly") ==
        "2:1 bad 1:36 bad() 1:40 ugly() 2:5 ugly()");
  CHECK(said("<!-- tonelint-disable -->bad<!-- tonelint-enable ugly -->\nbad ugly") ==
        "2:5 ugly 1:26 bad() 2:1 bad()");
}

TEST_CASE("before the first word a comment is about all of the reply") {
  CHECK(said("<p><!-- tonelint-disable long --></p>\n<p>One two three four five six.</p>") ==
        "2:4 long()");
}

TEST_CASE("every syntax has comments of its own, and those of template languages") {
  for (const std::string comment :
       {"{# tonelint-disable-next-line bad -- law #}",
        "{% comment %}tonelint-disable-next-line bad -- law{% endcomment %}"}) {
    for (const Syntax syntax : {Syntax::text, Syntax::markdown, Syntax::html}) {
      CAPTURE(comment, static_cast<int>(syntax));
      CHECK(said(comment + "\nbad\n\nbad", syntax) == "4:1 bad 2:1 bad(law)");
    }
  }
  CHECK(said("<!-- tonelint-disable-next-line bad -- law -->\nbad\n\nbad", Syntax::markdown) ==
        "4:1 bad 2:1 bad(law)");
  CHECK(said("bad <!-- tonelint-disable-line bad -- law -->", Syntax::markdown) == "1:1 bad(law)");
}

TEST_CASE("a comment is not part of what is counted") {
  CHECK(check("One two. <!-- tonelint-disable-line x y z -->").words == 2);
  CHECK(check("One two. {# tonelint-disable-line x y z #}", {}, Syntax::text).words == 2);
}

TEST_CASE("a comment that silences nothing is reported at its place") {
  CHECK(problem("fine <!-- tonelint-disable-line -->") ==
        "suppression/unused: Nothing is found here. Take the comment away.");
  CHECK(problem("fine <!-- tonelint-disable-line bad -->") ==
        "suppression/unused: “bad” finds nothing here. Take the comment away.");
  CHECK(problem("bad <!-- tonelint-disable-line bad, ugly -->") ==
        "suppression/unused: “ugly” finds nothing here. Take it out of the comment.");
  CHECK(problem("quiet <!-- tonelint-disable-line quiet -->") ==
        "suppression/unused: “quiet” is switched off. Take the comment away.");
  CHECK(problem("bad <!-- tonelint-enable bad -->") ==
        "suppression/unused: “bad” was not disabled before this.");
  CHECK(problem("bad <!-- tonelint-enable -->") ==
        "suppression/unused: Nothing was disabled before this. Take the comment away.");
  CHECK(said("fine\n<!-- tonelint-disable-line bad -->") == "2:28 suppression/unused");
  CHECK(said("fine\n<!-- tonelint-disable-line -->") == "2:1 suppression/unused");
}

TEST_CASE("a comment for a rule that there is not is met with the right word") {
  const Report report = check("bad <!-- tonelint-disable-line baad -->");
  CHECK(said(report) == "1:1 bad 1:32 suppression/unknown-rule");
  CHECK(report.diagnostics[1].message == "There is no rule “baad”. Did you mean “bad”?");
  CHECK(apply_first("bad <!-- tonelint-disable-line baad -->", report) ==
        "bad <!-- tonelint-disable-line bad -->");
  CHECK(problem("bad <!-- tonelint-disable-nextline -->") ==
        "suppression/unknown-comment: A comment cannot say “tonelint-disable-nextline”. Did you "
        "mean “tonelint-disable-next-line”?");
}

TEST_CASE("a reason can be asked for") {
  const LintOptions strict{{}, true, false, true};
  const Report report = check("<!-- tonelint-disable bad -->bad<!-- tonelint-enable -->", strict);
  CHECK(said(report) == "1:1 suppression/no-reason 1:30 bad()");
  CHECK(report.diagnostics[0].level == Level::error);
  CHECK(said(check("bad <!-- tonelint-disable-line bad -- law -->", strict)) == "1:1 bad(law)");
}

TEST_CASE("a run of some rules does not judge comments about others") {
  CHECK(said(check("ugly <!-- tonelint-disable-line bad -->", {.only_rules = {"ugly"}})) ==
        "1:1 ugly");
}

TEST_CASE("problems of the bytes are not silenced") {
  CHECK(said("<!-- tonelint-disable -->bad \xFF") == "1:30 input/invalid-utf8 1:26 bad()");
}

TEST_CASE("fix leaves alone what is suppressed") {
  const std::string reply = "ugly <!-- tonelint-disable-line ugly -->\nugly";
  const FixResult fixed =
      fix(*loaded(rules).guide, {.name = "draft", .bytes = reply, .syntax = Syntax::html});
  CHECK(fixed.bytes == "ugly <!-- tonelint-disable-line ugly -->\nplain");
  CHECK(fixed.report.suppressed.size() == 1);
}

TEST_CASE("the guide silences rules in the replies that it names") {
  const std::string silent =
      "suppress:\n"
      "  - reply: [macro-7, \"legal/*.md\"]\n"
      "    rules: bad\n"
      "    reason: The law asks for it.\n" +
      rules;
  const auto say = [&](std::string_view name, const std::string& id, const std::string& reply) {
    Context context;
    context.id = id;
    return said(check(reply, {}, Syntax::text, silent, name, context));
  };
  CHECK(say("draft", "", "bad") == "1:1 bad");
  CHECK(say("draft", "macro-7", "bad ugly") == "1:5 ugly 1:1 bad(The law asks for it.)");
  CHECK(say("/srv/legal/a.md", "", "bad") == "1:1 bad(The law asks for it.)");
  CHECK(say("legal/old/a.md", "", "bad") == "1:1 bad");
  SECTION("and is told when a reply it names has nothing of it any more") {
    CHECK(say("draft", "macro-7", "fine") == "1:1 suppression/unused");
    CHECK(say("legal/a.md", "", "fine").empty());
  }
}

TEST_CASE("an entry without rules silences all of them") {
  const std::string silent = "suppress: [{reply: draft, reason: law}]\n" + rules;
  const Report report = check("bad ugly", {}, Syntax::text, silent);
  CHECK(said(report) == "1:1 bad(law) 1:5 ugly(law)");
  CHECK(report.suppressed[0].by == Suppressed::By::guide);
}

TEST_CASE("what is switched off is not everything") {
  const std::string silent = "suppress: [{reply: draft, rules: [quiet], reason: law}]\n" + rules;
  CHECK(said(check("bad", {}, Syntax::text, silent)) == "1:1 bad");
}
