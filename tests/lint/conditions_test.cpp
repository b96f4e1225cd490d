#include <catch2/catch.hpp>

#include "world.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

constexpr const char* cues =
    "cues:\n  help: [we can help]\n  hurry: [hurry]\n  customer-angry: [furious]\n"
    "  customer-sad: [passed away]\n  customer-excited: [love it]\n---\n";

/// "a" where a rule about “no” speaks under a condition, "(a)" where it is not applicable.
std::string judged(const std::string& condition, const Context& context = {},
                   std::string_view reply = "No.") {
  return rules_of(guide(cues + ("a: {find: [\"no\"], " + condition + "}")), reply, context);
}

Context with_message(std::string message) {
  Context context;
  context.customer.message = std::move(message);
  return context;
}

}  // namespace

TEST_CASE("channel: e-mail where nothing else is said") {
  Context chat;
  chat.channel = "chat";
  CHECK(judged("only: {channel: email}") == "a");
  CHECK(judged("only: {channel: chat}").empty());
  CHECK(judged("only: {channel: chat}", chat) == "a");
  CHECK(judged("only: {channel: [chat, public]}", chat) == "a");
  CHECK(judged("unless: {channel: chat}", chat).empty());
  const std::string public_guide =
      "channel: public\n" + guide("a: {find: [\"no\"], only: {channel: public}}");
  CHECK(rules_of(public_guide, "No.") == "a");
  CHECK(rules_of(public_guide, "No.", chat).empty());
}

TEST_CASE("mood: unknown without a message") {
  CHECK(judged("only: {mood: angry}") == "(a)");
  CHECK(judged("unless: {mood: angry}") == "a");
  CHECK(judged("only: {mood: angry}", with_message("I am furious.")) == "a");
  CHECK(judged("unless: {mood: angry}", with_message("I am furious.")).empty());
  CHECK(judged("only: {mood: [sad, neutral]}", with_message("A question.")) == "a");
  CHECK(judged("only: {mood: sad}", with_message("I am furious.")).empty());
}

TEST_CASE("turn: unknown where nobody says") {
  Context context;
  CHECK(judged("only: {turn: first}") == "(a)");
  CHECK(judged("unless: {turn: first}") == "a");
  context.turn = 1;
  CHECK(judged("only: {turn: first}", context) == "a");
  CHECK(judged("only: {turn: later}", context).empty());
  context.turn = 2;
  CHECK(judged("only: {turn: later}", context) == "a");
  CHECK(judged("unless: {turn: later}", context).empty());
}

TEST_CASE("template: a draft where nobody says") {
  Context context;
  CHECK(judged("only: {template: no}") == "a");
  CHECK(judged("only: {template: yes}").empty());
  context.is_template = true;
  CHECK(judged("only: {template: yes}", context) == "a");
  CHECK(judged("unless: {template: yes}", context).empty());
}

TEST_CASE("tag, known and words") {
  Context context;
  CHECK(judged("only: {tag: outage}").empty());
  context.tags = {"vip", "outage"};
  CHECK(judged("only: {tag: [refund, outage]}", context) == "a");
  CHECK(judged("unless: {tag: outage}", context).empty());
  CHECK(judged("only: {known: name}").empty());
  context.customer.name = "Ann Lee";
  CHECK(judged("only: {known: name}", context) == "a");
  CHECK(judged("only: {known: [message, agent]}", context).empty());
  context.agent.name = "Tom";
  CHECK(judged("only: {known: [message, agent]}", context) == "a");
  CHECK(judged("only: {known: message}", with_message("Hello")) == "a");
  CHECK(judged("only: {known: title}", context).empty());
  CHECK(judged("unless: {known: title}", context) == "a");
  context.customer.name = "Dr Lee";
  CHECK(judged("only: {known: title}", context) == "a");
  CHECK(judged("unless: {known: title}", context).empty());
  CHECK(judged("only: {words: {min: 3}}", {}, "No, no.").empty());
  CHECK(judged("only: {words: {min: 2}}", {}, "No way.") == "a");
  CHECK(judged("only: {words: {max: 2}}", {}, "No way.") == "a");
  CHECK(judged("unless: {words: {max: 2}}", {}, "No way.").empty());
  CHECK(judged("only: {words: {max: 0}}", {}, "No way.").empty());
  CHECK(judged("only: {words: {min: 2, max: 3}}", {}, "No way.") == "a");
  CHECK(judged("only: {words: {min: 1, max: 1}}", {}, "No way.").empty());
  CHECK(judged("unless: {words: {min: 2, max: 3}}", {}, "No way.").empty());
  CHECK(judged("unless: {words: {min: 3, max: 9}}", {}, "No way.") == "a");
  CHECK(judged("unless: {words: {min: 1, max: 1}}", {}, "No way.") == "a");
}

TEST_CASE("reply and customer: cues on either side") {
  CHECK(judged("only: {reply: help}").empty());
  CHECK(judged("only: {reply: [hurry, help]}", {}, "No. But we can help.") == "a");
  CHECK(judged("unless: {reply: help}", {}, "No. But we can help.").empty());
  CHECK(judged("unless: {reply: help}", {}, "No. You said “we can help”.") == "a");
  CHECK(judged("only: {customer: hurry}") == "(a)");
  CHECK(judged("unless: {customer: hurry}") == "a");
  CHECK(judged("only: {customer: hurry}", with_message("Please hurry!")) == "a");
  CHECK(judged("only: {customer: hurry}", with_message("Hello"), "No. Please hurry.").empty());
  CHECK(judged("only: {reply: question}", {}, "No. Or is it?") == "a");
  CHECK(judged("only: {reply: <number>}").substr(0, 5) == "guide");
  CHECK(judged("only: {reply: number}", {}, "No, 5.") == "a");
  CHECK(judged("only: {reply: date}", {}, "No, tomorrow.") == "a");
}

TEST_CASE("sentence and near: cues about the finding") {
  CHECK(judged("unless: {sentence: help}", {}, "No, but we can help.").empty());
  CHECK(judged("unless: {sentence: help}", {}, "No. But we can help.") == "a");
  CHECK(judged("unless: {near: help}", {}, "No. But we can help.").empty());
  CHECK(judged("unless: {near: help}", {}, "No. Well. We can help.") == "a");
  CHECK(judged("unless: {near: {cue: help, within: 2}}", {}, "No. Well. We can help.").empty());
  CHECK(judged("unless: {near: {cue: help, side: before}}", {}, "No. We can help.") == "a");
  CHECK(judged("unless: {near: {cue: help, side: after}}", {}, "No. We can help.").empty());
  CHECK(judged("unless: {near: {cue: help, side: before}}", {}, "We can help. No.").empty());
  CHECK(judged("only: {near: help}", {}, "No. Yes. Well. No. We can help.") == "a");
  CHECK(lint_text(guide(cues + std::string("a: {find: [\"no\"], only: {near: help}}")),
                  "No. Yes. Well. No. We can help.") == "1:16 a “No”");
  CHECK(judged("only: {sentence: help}", {}, "No.").empty());
  CHECK(judged("only: {near: [hurry, help], channel: email}", {}, "No. We can help.") == "a");
  // What a phrase takes in for its rewrite is a neighbour of the words it is about.
  const std::string whole = "find: {no: ~, '{n: no} {rest} $': '{n} {rest}. And then?'}, ";
  CHECK(rules_of(guide(cues + ("a: {" + whole + "unless: {near: help}}")), "No we can help.")
            .empty());
  CHECK(rules_of(guide(cues + ("a: {" + whole + "only: {near: help}}")), "No we can help.") == "a");
}

TEST_CASE("customer-said-it: the words found are the customer's own") {
  const std::string yes = guide("a: {find: [problem~], only: {customer-said-it: yes}}");
  const std::string unless = guide("a: {find: [problem~], unless: {customer-said-it: yes}}");
  CHECK(rules_of(yes, "The problem.", with_message("I have problems.")) == "a");
  CHECK(rules_of(yes, "The problem.", with_message("I have a question.")).empty());
  CHECK(rules_of(unless, "The problem.", with_message("I have problems.")).empty());
  CHECK(rules_of(unless, "The problem.") == "a");
  CHECK(rules_of(yes, "The problem.") == "(a)");
  CHECK(rules_of(yes, "All is well.").empty());
}

TEST_CASE("customer-said-it: addresses and abbreviations too") {
  const std::string address = guide("a: {find: [<url>], unless: {customer-said-it: yes}}");
  CHECK(rules_of(address, "See https://acme.example/a.",
                 with_message("Is it https://acme.example/a?"))
            .empty());
  CHECK(rules_of(address, "See https://acme.example/a.",
                 with_message("Is it https://acme.example/b?")) == "a");
  const std::string letters = guide("a: {find: [SSO], unless: {customer-said-it: yes}}");
  CHECK(rules_of(letters, "SSO is on.", with_message("Is SSO on?")).empty());
  CHECK(rules_of(letters, "SSO is on.", with_message("Is it on?")) == "a");
}

TEST_CASE("every line of only must hold, any line of unless silences") {
  Context context;
  context.turn = 1;
  CHECK(judged("only: {channel: email, turn: first}", context) == "a");
  CHECK(judged("only: {channel: chat, turn: first}", context).empty());
  CHECK(judged("only: {channel: chat, mood: sad}").empty());
  CHECK(judged("only: {channel: email, mood: sad}") == "(a)");
  CHECK(judged("unless: {channel: chat, turn: first}", context).empty());
  CHECK(judged("unless: {channel: chat, turn: later}", context) == "a");
}

TEST_CASE("of a list of maps any one will do") {
  Context context;
  context.turn = 1;
  CHECK(judged("only: [{channel: chat}, {turn: first}]", context) == "a");
  CHECK(judged("only: [{channel: chat}, {turn: later}]", context).empty());
  CHECK(judged("only: [{channel: chat}, {mood: sad}]", context) == "(a)");
  CHECK(judged("unless: [{channel: chat}, {turn: first}]", context).empty());
  CHECK(judged("only: [{channel: chat}, {near: help}]", context, "No. We can help.") == "a");
  CHECK(judged("only: [{channel: chat, near: help}, {turn: later}]", context, "No. We can help.")
            .empty());
  CHECK(judged("only: [{channel: email}, {turn: later, near: help}]", context, "No.") == "a");
}

TEST_CASE("conditions hold for the other forms too") {
  Context context;
  const std::string missing =
      guide("cues: {next: [next]}\n---\na: {missing: next, only: {turn: first}}");
  CHECK(rules_of(missing, "Yes.", context) == "(a)");
  context.turn = 1;
  CHECK(rules_of(missing, "Yes.", context) == "a");
  CHECK(
      rules_of(guide("a: {limit: words, max: 1, unless: {channel: email}}"), "Yes it is.").empty());
  CHECK(rules_of(guide("a: {detect: repeated-word, unless: {channel: email}}"), "the the").empty());
  const std::string near =
      guide(std::string(cues) + "a: {detect: repeated-word, unless: {sentence: help}}");
  CHECK(rules_of(near, "We can help the the man. The the man.") == "a");
}

TEST_CASE("conditions about length and cues count for limits too") {
  const auto judged = [](std::string_view rule, std::string_view reply) {
    return rules_of(guide(cues + ("a: {limit: " + std::string(rule) + "}")), reply);
  };
  CHECK(judged("help, max: 0", "We can help.") == "a");
  CHECK(judged("help, max: 0, only: {words: {max: 3}}", "We can help.") == "a");
  CHECK(judged("help, max: 0, only: {words: {max: 2}}", "We can help.").empty());
  CHECK(judged("help, max: 0, unless: {words: {min: 3}}", "We can help.").empty());
  CHECK(judged("help, max: 0, unless: {words: {max: 2}}", "We can help.") == "a");
  CHECK(judged("help, max: 0, unless: {words: {min: 2, max: 5}}", "We can help.").empty());
  CHECK(judged("help, max: 0, unless: {words: {min: 4, max: 5}}", "We can help.") == "a");
  CHECK(judged("help, max: 0, only: {reply: hurry}", "We can help.").empty());
  CHECK(judged("help, max: 0, only: {reply: hurry}", "We can help. Hurry.") == "a");
  CHECK(judged("help, min: 1", "No.") == "a");
  CHECK(judged("emoji, min: 1", "No.") == "a");
  CHECK(judged("emoji, max: 0", "No 😀") == "a");
}

TEST_CASE("mood: what the customer's message reads like") {
  const auto mood = [](const std::string& message) {
    const Mood found =
        report_on(guide(cues + std::string("a: {find: [x]}")), "Yes.", with_message(message)).mood;
    std::string out(name_of(found.kind));
    for (const std::string& word : found.words) out += " “" + word + "”";
    return out;
  };
  CHECK(mood("A question.") == "neutral");
  CHECK(mood("I am Furious.") == "angry “Furious”");
  CHECK(mood("I love it. Love it. I am furious.") == "angry “furious”");  // the one not to miss
  CHECK(mood("I love it. Love it. Love it. I am furious.") ==
        "excited “love it” “Love it” “Love it”");
  CHECK(mood("I am furious. My mother passed away.") == "sad “passed away”");
  CHECK(mood("I AM FURIOUS!! My mother passed away.") == "angry “FURIOUS”");
  CHECK(mood("> I am furious\n\nA question.") == "neutral");
  CHECK(report_on(guide("a: {find: [x]}"), "Yes.").mood.kind == Mood::Kind::neutral);
}
