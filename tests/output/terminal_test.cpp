#include "tonelint/terminal.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "output/reports.hpp"
#include "text/columns.hpp"

using namespace tonelint;
using namespace tonelint::test;

namespace {

Draft refund() {
  Draft draft{"Hi Prya,\n\nUnfortunately you need to send the receipt.\n\nBest,\nMarta\n",
              "replies/refund.txt"};
  Diagnostic& name = draft.find(Level::error, "greeting-name", "Prya",
                                "The customer is called Priya, not “Prya”.");
  name.why = "A misspelt name tells the customer that nobody looked.";
  name.rewrites = {{"Priya", {{{3, 7}, "Priya"}}, true}};
  Diagnostic& order = draft.find(Level::warning, "you-need-to", "you need to send the receipt",
                                 "“You need to” gives an order. Ask instead.");
  order.rewrites = {{"could you send the receipt", {{{24, 52}, "x"}}, false},
                    {"please send the receipt", {{{24, 52}, "x"}}, false}};
  draft.miss(Level::suggestion, "next-step", "Best", "Say what happens next.").rewrites = {
      {"I'll write to you by …", {{{55, 55}, "x"}}, false}};
  return draft;
}

/// Where the carets of the only excerpt begin, and where the marked words do, in columns.
struct Marks {
  std::size_t carets, words, caret_count;
};
Marks marks_of(const std::string& out, const std::string& words) {
  const std::string line = line_with(out, words);
  const std::string carets = line_with(out, "^");
  return {columns_of(carets.substr(0, carets.find('^'))),
          columns_of(line.substr(0, line.find(words))), carets.size() - carets.find('^')};
}

Draft one(std::string text, const char* words) {
  Draft draft{std::move(text)};
  draft.find(Level::warning, "rule", words, "Message.");
  return draft;
}

}  // namespace

TEST_CASE("a report for people without colours") {
  CHECK(written("terminal", {refund()}) ==
        R"(replies/refund.txt:1:4 error greeting-name
  The customer is called Priya, not “Prya”.
   1 │ Hi Prya,
     │    ^^^^
     → Priya
  A misspelt name tells the customer that nobody looked.

replies/refund.txt:3:15 warning you-need-to
  “You need to” gives an order. Ask instead.
   3 │ Unfortunately you need to send the receipt.
     │               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
     → could you send the receipt
       or please send the receipt (see that it fits)

replies/refund.txt:5:1 suggestion next-step
  Say what happens next.
   5 │ Best,
     │ ^
     → add: I'll write to you by … (see that it fits)

1 error, 1 warning, 1 suggestion in 1 reply. 1 can be fixed by tonelint fix.
)");
}

TEST_CASE("a report for people with colours underlines the words themselves") {
  Draft draft = one("Kindly wait.\n", "Kindly");
  draft.report.diagnostics[0].rewrites = {{"Please", {{{0, 6}, "Please"}}, true}};
  draft.report.diagnostics[0].why = "Why.";
  CHECK(written("terminal", {draft}, {.colour = true}) ==
        "draft.txt:1:1 \x1b[1;33mwarning\x1b[0m \x1b[2mrule\x1b[0m\n"
        "  \x1b[1mMessage.\x1b[0m\n"
        "   \x1b[2m1\x1b[0m\x1b[2m │ \x1b[0m\x1b[1;33;4mKindly\x1b[0m wait.\n"
        "     \x1b[32m→ \x1b[0m\x1b[32mPlease\x1b[0m\n"
        "  \x1b[2mWhy.\x1b[0m\n"
        "\n"
        "\x1b[1;33m1 warning\x1b[0m in 1 reply. 1 can be fixed by tonelint fix.\n");
}

TEST_CASE("prose is broken at the width") {
  const unsigned width = GENERATE(40u, 60u, 80u);
  Draft draft = refund();
  draft.report.diagnostics[1].why =
      "Requests are met more willingly than orders are, above all by people who have waited long.";
  const std::string out = written("terminal", {draft}, {.width = width});
  for (std::size_t begin = 0; begin < out.size();) {
    const std::size_t end = out.find('\n', begin);
    const std::string line = out.substr(begin, end - begin);
    CAPTURE(line);
    // A place is never broken: people click on it.
    if (!line.starts_with(draft.name)) CHECK(columns_of(line) <= width);
    begin = end + 1;
  }
}

TEST_CASE("marks stand right under their words") {
  const char* text =
      GENERATE("Hi, the ticket is closed", "Zoë\u0301, the ticket is closed", "ようこそ the ticket",
               "🎉👩‍👩‍👧‍👦 👍🏽❤️ the ticket", "🇵🇹🇸🇪\tthe\tticket",
               "\x1b[31mthe ticket", "\xff\xfe the ticket");
  CAPTURE(text);
  const Marks marks = marks_of(written("terminal", {one(text, "ticket")}), "ticket");
  CHECK(marks.carets == marks.words);
  CHECK(marks.caret_count == 6);
}

TEST_CASE("marks are as wide as their words") {
  CHECK(marks_of(written("terminal", {one("see 様👍🏽 there", "様👍🏽")}), "様")
            .caret_count == 4);
  CHECK(marks_of(written("terminal", {one("see a\tb there", "a\tb")}), "a    b").caret_count == 6);
}

TEST_CASE("a long line is cut between words around what is marked") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "word" + std::to_string(i) + " ";
  const auto excerpt = [&](const char* words, unsigned width) {
    return line_with(written("terminal", {one(text, words)}, {.width = width}), "1 │");
  };
  CHECK(excerpt("word0", 44) == "   1 │ word0 word1 word2 word3 word4 word5 …");
  CHECK(excerpt("word20", 44) == "   1 │ … word19 word20 word21 word22 …");
  CHECK(excerpt("word39", 44) == "   1 │ … word35 word36 word37 word38 word39 ");
}

TEST_CASE("marked words that are wider than the terminal are cut themselves") {
  const std::string words(300, 'x');
  const std::string out =
      written("terminal", {one("ab " + words + " cd", words.c_str())}, {.width = 40});
  CHECK(line_with(out, "1 │") == "   1 │ … " + std::string(29, 'x') + " …");
  CHECK(line_with(out, "^") == "     │   " + std::string(29, '^'));
}

TEST_CASE("one line of many megabytes costs no more than a short one") {
  std::string text(8u << 20, 'x');
  text.replace(5u << 20, 8, " ticket ");
  Draft draft = one(text, "ticket");
  for (int i = 0; i < 2000; ++i) {
    draft.report.diagnostics.push_back(draft.report.diagnostics.front());
  }
  // Reading the whole line each time would take half a minute here.
  CHECK(written("terminal", {draft}).size() < 2000 * 400);
}

TEST_CASE("words over several lines are shown on each, and the middle of many is left out") {
  CHECK(written("terminal", {one("Ask\nme\nnow.\n", "Ask\nme")}) ==
        R"(draft.txt:1:1 warning rule
  Message.
   1 │ Ask
     │ ^^^
   2 │ me
     │ ^^

1 warning in 1 reply.
)");
  const std::string out =
      written("terminal", {one("a\r\nb\r\n\r\nc\r\nd", "a\r\nb\r\n\r\nc\r\nd")});
  CHECK(line_with(out, "1 │") == "   1 │ a");
  CHECK(line_with(out, "⋮") == "   ⋮ │ ");
  CHECK(line_with(out, "5 │") == "   5 │ d");
  CHECK(line_with(out, "2 │").empty());
}

TEST_CASE("something missing at an empty line needs no excerpt") {
  Draft draft{"Hi,\n\nBest"};
  draft.miss(Level::warning, "rule", "\nBest", "Message.");
  CHECK(written("terminal", {draft}).find("│") == std::string::npos);
}

TEST_CASE("places behind the end do no harm") {
  Draft draft = one("short", "short");
  draft.report.diagnostics[0].span = {3, 4000};
  CHECK(line_with(written("terminal", {draft}), "1 │") == "   1 │ short");
  draft.report.diagnostics[0].span = {4000, 4000};
  CHECK_FALSE(written("terminal", {draft}).empty());
}

TEST_CASE("no control character of a draft, a name or a guide reaches the terminal") {
  Draft draft =
      one("a \x1b]0;title\x07 ticket \u009b"
          "31m \u202e",
          "ticket \u009b");
  draft.name = "evil\x1b[2J.txt";
  draft.id = "\x1b[1m";
  draft.report.diagnostics[0].message = "say \x1b[31m";
  draft.report.diagnostics[0].why = "because \x1b[31m";
  draft.report.diagnostics[0].rule = "rule\x1b[31m";
  draft.report.diagnostics[0].rewrites = {{"\x1b[31m\nnew", {}, true}};
  draft.report.mood = {Mood::Kind::angry, {"\x1b[31m"}};
  const std::string out = written("terminal", {draft});
  CHECK(out.find('\x1b') == std::string::npos);
  CHECK(out.find('\x07') == std::string::npos);
  CHECK(out.find("\u009b") == std::string::npos);
  CHECK(out.find("\u202e") == std::string::npos);
  CHECK(out.find("evil␛[2J.txt:1:") != std::string::npos);
}

TEST_CASE("a rewrite without text leaves the words out") {
  Draft draft = one("Kindly wait", "Kindly ");
  draft.report.diagnostics[0].rewrites = {{"", {{{0, 7}, ""}}, true}};
  CHECK(line_with(written("terminal", {draft}), "→") == "     → leave it out");
}

TEST_CASE("a reason is given once for each rule and reply") {
  Draft draft{"one two"};
  draft.find(Level::warning, "rule", "one", "First.").why = "Reason.";
  draft.find(Level::warning, "rule", "two", "Second.").why = "Reason.";
  const std::string out = written("terminal", {draft});
  CHECK(out.find("Reason.") != std::string::npos);
  CHECK(out.find("Reason.") == out.rfind("Reason."));
}

TEST_CASE("the customer's mood and the id stand before the findings") {
  Draft draft = one("word", "word");
  draft.id = "8812";
  draft.report.mood = {Mood::Kind::frustrated, {"third time", "STILL"}};
  CHECK(written("terminal", {draft})
            .rfind("Reply 8812. The customer sounds frustrated: “third time”, “STILL”\n\n", 0) ==
        0);
}

TEST_CASE("quiet leaves out suggestions, and says nothing when nothing is left") {
  Draft draft{"one two"};
  draft.find(Level::suggestion, "small", "one", "First.");
  CHECK(written("terminal", {draft}, {.quiet = true}).empty());
  draft.find(Level::warning, "big", "two", "Second.");
  const std::string out = written("terminal", {draft}, {.quiet = true});
  CHECK(out.find("small") == std::string::npos);
  CHECK(out.find("\n1 warning in 1 reply.\n") != std::string::npos);
}

TEST_CASE("nothing found is said in one friendly line") {
  CHECK(written("terminal", {Draft{"Hi"}}) == "Nothing to change. Your reply is ready to send.\n");
  CHECK(written("terminal", {Draft{"Hi"}, Draft{"Ho"}}) ==
        "Nothing to change in 2 replies. They are ready to send.\n");
}

TEST_CASE("the summary counts replies with findings among all") {
  const std::string out = written("terminal", {one("a b", "a"), Draft{"fine"}, one("c d", "c")});
  CHECK(out.ends_with("\n2 warnings in 2 of 3 replies.\n"));
}

TEST_CASE("what is suppressed is counted where the run is summed up") {
  Draft clean{"Your ticket."};
  clean.report.suppressed.resize(1);
  CHECK(written("terminal", {clean}) ==
        "Nothing to change. Your reply is ready to send. 1 finding suppressed.\n");
  Draft other = refund();
  other.report.suppressed.resize(2);
  CHECK(line_with(written("terminal", {other}), "1 error,") ==
        "1 error, 1 warning, 1 suggestion in 1 reply. 1 can be fixed by tonelint fix.");
  CHECK(line_with(written("terminal", {other}), "suppressed") == "2 findings suppressed.");
}

TEST_CASE("terminal: a score is shown when it is asked for, beside its words where there is room") {
  Draft draft{"Hi Ana, thanks.\n"};
  Score score{72, false, {}, {}};
  score.dimensions.push_back({"warmth", true, 60, 50, 20, {}});
  score.dimensions.back().parts.push_back(
      {ScorePart::Kind::earned, "greeting", 20, {0, 2}, {1, 1}, "Hi"});
  score.dimensions.back().parts.push_back(
      {ScorePart::Kind::finding, "actually", -10, {3, 6}, {1, 4}, "Ana"});
  score.dimensions.push_back({"empathy", false, 0, 0, 10, {}});
  score.gains.push_back({12, "warmth", "thanks", "thank them", true, {}, {}});
  score.gains.push_back({5, "warmth", "actually", "", false, {3, 6}, {1, 4}});
  draft.report.score = score;
  CHECK(written("terminal", {draft}).find("Score") == std::string::npos);
  OutputOptions options;
  options.score = true;
  CHECK(written("terminal", {draft}, options) ==
        "draft.txt\n"
        "Score 72 of 100\n"
        "  +12 thank them\n"
        "   +5 put right: actually, line 1\n"
        "\n"
        "  warmth  ██████░░░░  60  +20 “Hi”  −10 “Ana” (actually)\n"
        "  empathy ░░░░░░░░░░   –  not called for\n"
        "\n"
        "Nothing to change. Your reply is ready to send.\n");
  options.width = 30;
  const std::string narrow = written("terminal", {draft}, options);
  CHECK(narrow.find("  warmth  ███░░  60\n    +20 “Hi”") != std::string::npos);
}
