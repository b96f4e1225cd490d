#include <catch2/catch.hpp>

#include "world.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

/// The reply after the one rewrite of a guide of one phrase.
std::string fixed(const std::string& pair, const std::string& reply, Syntax syntax = Syntax::text,
                  const Context& context = {}) {
  return rewritten(guide("a: {find: {" + pair + "}}"), reply, context, syntax);
}

}  // namespace

TEST_CASE("words that come to begin a sentence get their capital") {
  CHECK(fixed("'no {rest} $': 'I see. {rest}.'", "So no sugar here.") == "So I see. Sugar here.");
}

TEST_CASE("what goes on in small letters behind the marks that are replaced goes on so") {
  CHECK(fixed("'/!!+/': '!'", "Fingers crossed!! xx") == "Fingers crossed! xx");
  CHECK(fixed("'/!!+/': '!'", "Fingers crossed!! Tom") == "Fingers crossed! Tom");
}

TEST_CASE("a sentence that is put in front leaves a capital behind it") {
  const auto with_thanks = [](const std::string& reply) {
    return rewritten(guide("cues: {thanks: [thank you]}\n---\n"
                           "a: {missing: thanks, at: after greeting, rewrite: Thank you.}"),
                     reply);
  };
  CHECK(with_thanks("Hi Ana,\n\nwe checked it.") == "Hi Ana,\n\nThank you. We checked it.");
  CHECK(with_thanks("Hi Ana,\n\nWe checked it.") == "Hi Ana,\n\nThank you. We checked it.");
}

TEST_CASE("the small letter after a greeting on the same line stays small") {
  CHECK(fixed("'sorry to hear': 'sorry about'", "Hi Ben, sorry to hear it.") ==
        "Hi Ben, sorry about it.");
  CHECK(fixed("'sorry to hear': 'sorry about'", "Hi Ben,\n\nsorry to hear it.") ==
        "Hi Ben,\n\nSorry about it.");
}

TEST_CASE("a rewrite keeps the capitals of what it replaces") {
  const std::string pair = "'reach out': ask";
  CHECK(fixed(pair, "Please reach out. Reach out to us.") == "Please ask. Ask to us.");
  CHECK(fixed(pair, "PLEASE REACH OUT NOW.") == "PLEASE ASK NOW.");
  CHECK(fixed(pair, "Please Reach Out now.") == "Please Ask now.");
  CHECK(fixed("'utilize': use", "UTILIZE it. Utilize it.") == "USE it. Use it.");
  CHECK(fixed("'api': interface", "Our API is new.") == "Our interface is new.");
  CHECK(fixed("'I am sure': we think", "Well, I am sure of it. I am sure.") ==
        "Well, we think of it. We think.");
  CHECK(fixed("'client': the Customer", "A client. Client.") == "A the Customer. The Customer.");
  CHECK(fixed("'ein': über", "Ein Haus.") == "Über Haus.");
}

TEST_CASE("an empty rewrite deletes the words with their space and comma") {
  const std::string pair = "'kindly': ''";
  CHECK(fixed(pair, "Please kindly wait.") == "Please wait.");
  CHECK(fixed(pair, "Kindly wait.") == "Wait.");
  CHECK(fixed(pair, "Please wait kindly.") == "Please wait.");
  CHECK(fixed(pair, "Kindly, wait.") == "Wait.");
  CHECK(fixed(pair, "Please, kindly, wait.") == "Please wait.");
  CHECK(fixed(pair, "Please wait, kindly.") == "Please wait.");
  CHECK(fixed(pair, "Please wait, kindly: here.") == "Please wait: here.");
  CHECK(fixed(pair, "Kindly – wait for it.") == "Wait for it.");
  CHECK(fixed(pair, "Kindly - wait for it.") == "Wait for it.");
  CHECK(fixed(pair, "Kindly: wait for it.") == "Wait for it.");
  CHECK(fixed(pair, "Well. Kindly. Wait.") == "Well. Wait.");
  CHECK(fixed(pair, "Well. Kindly.") == "Well.");
  CHECK(fixed(pair, "Well.\n\nKindly wait.") == "Well.\n\nWait.");
  CHECK(fixed(pair, "Kindly") == "");
  CHECK(fixed(pair, "Kindly John waits.") == "John waits.");
  CHECK(fixed(pair, "Wait (kindly) here.") == "Wait here.");
  CHECK(fixed(pair, "Kindly école.") == "École.");
  CHECK(fixed(pair, "Kindly\u00A0wait.") == "Wait.");
  CHECK(fixed("'no problem !': ''", "No problem! We can.") == "We can.");
  CHECK(fixed("'<emoji>': ''", "Easily done 🙂 The parcel is here.") ==
        "Easily done. The parcel is here.");
  CHECK(fixed("'<emoji>': ''", "Easily done! 🙂 The parcel is here.") ==
        "Easily done! The parcel is here.");
  CHECK(fixed("'<emoji>': ''", "Easily done 🙂\nThe end") == "Easily done\nThe end");
  CHECK(fixed("'to be honest': ''", "It is, to be honest, old.") == "It is old.");
  CHECK(fixed("'to be honest': ''", "It is – to be honest – old.") == "It is – old.");
}

TEST_CASE("an article follows the word behind it") {
  CHECK(fixed("inquiry: question", "We got an inquiry.") == "We got a question.");
  CHECK(fixed("question: inquiry", "We got a question. A question.") ==
        "We got an inquiry. An inquiry.");
  CHECK(fixed("question: hour", "A question.") == "An hour.");
  CHECK(fixed("inquiry: unit", "an inquiry") == "a unit");
  CHECK(fixed("question: answer", "We saw a question") == "We saw an answer");
  CHECK(fixed("awful: ''", "What an awful problem.") == "What a problem.");
  CHECK(fixed("awful: ''", "An awful problem.") == "A problem.");
  CHECK(fixed("big: ''", "a big issue, a big\nproblem") == "an issue, a\nproblem");
  CHECK(fixed("awful: ''", "an awful, long problem") == "a long problem");
  CHECK(fixed("awful: ''", "an awful old problem, an awful one-off") ==
        "an old problem, a one-off");
  CHECK(fixed("question: inquiry", "Schema question") == "Schema inquiry");
  CHECK(fixed("question: inquiry", "THIS IS A QUESTION") == "THIS IS AN INQUIRY");
  CHECK(fixed("inquiry: question", "THIS IS AN INQUIRY") == "THIS IS A QUESTION");
}

TEST_CASE("a rewrite that ends a sentence brings no second full stop") {
  const std::string pair = "'calm down': Take your time.";
  CHECK(fixed(pair, "Calm down.") == "Take your time.");
  CHECK(fixed(pair, "Calm down!!") == "Take your time.");
  CHECK(fixed(pair, "Calm down, we are here.") == "Take your time. We are here.");
  CHECK(fixed(pair, "Calm down. We are here.") == "Take your time. We are here.");
  CHECK(fixed(pair, "Calm down") == "Take your time.");
  CHECK(fixed(pair, "Calm down and wait.") == "Take your time. And wait.");
}

TEST_CASE("captures, the customer and the agent stand in rewrites") {
  CHECK(fixed("'you forgot to {do}': 'please {do}'", "You forgot to pay the bill.") ==
        "Please pay the bill.");
  CHECK(fixed("'{who: I|we} can\\'t do {what}'", "x") == "x");
  CHECK(fixed("\"{who: I|we} can't\": '{who} would'", "We can’t. But i can't") ==
        "We would. But I would");
  CHECK(fixed("'{what} is impossible': 'not {what}'", "Paying twice is impossible.") ==
        "Not paying twice.");
  CHECK(fixed("'you forgot to {do}': '{do}, please'", "You forgot to pay\nthe bill.") ==
        "Pay the bill, please.");
  Context context;
  context.customer.name = "Ms Priya Nair";
  context.agent.name = "Tom";
  CHECK(fixed("'dear customer': 'Hi {customer}'", "Dear customer,\n\nYes.", Syntax::text,
              context) == "Hi Priya,\n\nYes.");
  CHECK(fixed("'the team': '{agent}'", "I am the team.", Syntax::text, context) == "I am Tom.");
  // A name that is not known makes no rewrite.
  CHECK(fixed("'dear customer': 'Hi {customer}'", "Dear customer,\n\nYes.") ==
        "Dear customer,\n\nYes.");
  CHECK(fixed("'the team': '{agent}'", "I am the team.") == "I am the team.");
  // One without a name after it is for then, and only then.
  const std::string pair = "'dear customer': ['Hi {customer}', 'Hello']";
  CHECK(fixed(pair, "Dear customer,\n\nYes.") == "Hello,\n\nYes.");
  const Report named = report_on(guide("a: {find: {" + pair + "}}"), "Dear customer,", context);
  REQUIRE(named.diagnostics.size() == 1);
  CHECK(named.diagnostics[0].rewrites.size() == 1);
}

TEST_CASE("a capture that may be left out is nothing where it was, nor is its space") {
  const std::string rules =
      guide("a: {find: {'x [{how: very|so}] bad': 'it is {how} poor {how}.'}}");
  CHECK(lint_text(rules, "It: x bad") == "1:5 a “x bad” → it is poor.");
  CHECK(lint_text(rules, "It: x so bad") == "1:5 a “x so bad” → it is so poor so.");
}

TEST_CASE("edits are escaped for their syntax") {
  CHECK(fixed("plus: '<b> & *c*'", "a plus b", Syntax::html) == "a &lt;b&gt; &amp; *c* b");
  CHECK(fixed("plus: '*c* & d'", "a plus b", Syntax::markdown) == "a \\*c\\* & d b");
  CHECK(fixed("'AT&T': carrier", "<p>Our AT&amp;T here</p>", Syntax::html) ==
        "<p>Our carrier here</p>");
  CHECK(fixed("ticket: case", "Your **ticket** here", Syntax::markdown) == "Your **case** here");
  CHECK(fixed("kindly: ''", "Please wait.**Kindly**", Syntax::markdown) == "Please wait.");
  CHECK(fixed("kindly: ''", "***Kindly***", Syntax::markdown).empty());
}

TEST_CASE("an edit that would cut a tag is shown, not made") {
  const std::string rules = guide("a: {find: {'reach out': ask}}");
  CHECK(lint_text(rules, "<p>Please reach <b>out</b> now.</p>", {}, Syntax::html) ==
        "1:11 a “reach out” → (Please ask now.)");
  CHECK(lint_text(rules, "Please *reach* out now.", {}, Syntax::markdown) ==
        "1:9 a “reach out” → (Please ask now.)");
  CHECK(lint_text(rules, "<p>Please <b>reach out</b> now.</p>", {}, Syntax::html) ==
        "1:14 a “reach out” → ask");
}

TEST_CASE("the rewrite that is shown is the whole sentence") {
  const Report report =
      report_on(guide("a: {find: {'reach out': [ask, '']}}"), "Yes. Please reach\nout now. No.");
  REQUIRE(report.diagnostics.size() == 1);
  REQUIRE(report.diagnostics[0].rewrites.size() == 2);
  CHECK(report.diagnostics[0].rewrites[0].text == "Please ask now.");
  CHECK(report.diagnostics[0].rewrites[1].text == "Please now.");
}

TEST_CASE("a rewrite is safe only where its rule or its phrase says so") {
  const Report report = report_on(
      guide("a: {safe: true, find: {x: y, z: {rewrite: y, safe: false}}}\nb: {find: {v: w}}"),
      "x z v");
  REQUIRE(report.diagnostics.size() == 3);
  CHECK(report.diagnostics[0].rewrites[0].safe);
  CHECK_FALSE(report.diagnostics[1].rewrites[0].safe);
  CHECK_FALSE(report.diagnostics[2].rewrites[0].safe);
}

TEST_CASE("a rewrite shows its sentence, but no endless one") {
  const std::string rules = guide("a: {find: {stop: go}}");
  const auto shown = [&](const std::string& reply) {
    return report_on(rules, reply).diagnostics.at(0).rewrites.at(0).text;
  };
  CHECK(shown("We stop it. Now.") == "We go it.");
  std::string many, joined;
  for (int i = 0; i < 200; ++i) {
    many += "word ";
    joined += "é";
  }
  CHECK(shown(many + many + "stop " + many + many) ==
        "… " + many.substr(0, 79 * 5) + "go " + many.substr(0, 79 * 5 - 1) + " …");
  // Without a space it is cut between letters.
  CHECK(shown(joined + joined + joined + "(stop") == "… " + joined.substr(0, 398) + "(go");
  std::string all;
  for (int i = 0; i < 3000; ++i) all += "stop ";
  std::size_t bytes = 0;
  const Report report = report_on(rules, all);
  for (const Diagnostic& each : report.diagnostics) bytes += each.rewrites.at(0).text.size();
  CHECK(report.diagnostics.size() == 3000);
  CHECK(bytes < 3000 * 1000);
}
