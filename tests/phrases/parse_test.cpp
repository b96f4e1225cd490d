#include <catch2/catch.hpp>

#include "phrases.hpp"
#include "phrases/syntax.hpp"

using namespace tonelint;
using namespace tonelint::phrase_test;

namespace {

using Kind = PhraseNode::Kind;

std::string show(const PhraseNode& node);

std::string show(const std::vector<PhraseNode>& nodes, std::string_view between) {
  std::string out;
  for (const PhraseNode& node : nodes) {
    if (&node != &nodes.front()) out += between;
    out += show(node);
  }
  return out;
}

/// A phrase taken apart, written out: words apart, "+" between what is glued.
std::string show(const PhraseNode& node) {
  switch (node.kind) {
    case Kind::word:
      return node.text;
    case Kind::inflected:
      return node.text + "~";
    case Kind::glued:
      return show(node.parts, "+");
    case Kind::sequence:
      return show(node.parts, " ");
    case Kind::choice:
      return "(" + show(node.parts, "|") + ")";
    case Kind::gap:
      return "...";
    case Kind::capture:
      return "{" + node.text + (node.parts.empty() ? "" : ": " + show(node.parts, " ")) + "}";
    case Kind::cue:
      return "<" + node.text + ">";
  }
  return "?";
}

std::string parsed(std::string_view phrase) {
  const auto result = parse_phrase(phrase);
  if (const auto* problem = std::get_if<PhraseProblem>(&result)) {
    return "at " + std::to_string(problem->at) + ": " + problem->message;
  }
  const auto& syntax = std::get<PhraseSyntax>(result);
  if (!syntax.expression.empty()) return "/" + syntax.expression + "/";
  return (syntax.sentence_start ? "^ " : "") + show(syntax.root) +
         (syntax.sentence_end ? " $" : "");
}

}  // namespace

TEST_CASE("every operator of the phrase language") {
  CHECK(parsed("unfortunately") == "unfortunately");
  CHECK(parsed("  Please   CALM\n down ") == "please calm down");
  CHECK(parsed("can’t") == "can't");
  CHECK(parsed("follow-up, then") == "follow up then");
  CHECK(parsed("(could|can) not") == "(could|can) not");
  CHECK(parsed("(a (b|c d)|e)f") ==
        "at 0: brackets written against a word or against each other "
        "may hold only words: ticket[s]");
  CHECK(parsed("(a (b|c d)|e) f") == "(a (b|c d)|e) f");
  CHECK(parsed("[really] sorry") == "(really|) sorry");
  CHECK(parsed("[very|so] sorry") == "(very|so|) sorry");
  CHECK(parsed("ticket[s]") == "ticket+(s|)");
  CHECK(parsed("cancel(ed|led)") == "cancel+(ed|led)");
  CHECK(parsed("[re]open[s|ed] it") == "(re|)+open+(s|ed|) it");
  CHECK(parsed("apologize~ for") == "apologize~ for");
  CHECK(parsed("we ... sorry") == "we ... sorry");
  CHECK(parsed("we … sorry") == "we ... sorry");
  CHECK(parsed("you forgot to {do}") == "you forgot to {do}");
  CHECK(parsed("{who: I|we all} can't") == "{who: (i|we all)} can't");
  CHECK(parsed("<apology> but") == "<apology> but");
  CHECK(parsed("^ No \\,") == "^ no ,");
  CHECK(parsed("you need to {do} $") == "you need to {do} $");
  CHECK(parsed("/\\b[A-Z]{2}\\d{6}\\b/") == "/\\b[A-Z]{2}\\d{6}\\b/");
  CHECK(parsed(" /a b/ ") == "/a b/");
  CHECK(parsed("and/or") == "and or");
  CHECK(parsed("anything else ?!") == "anything else ?");
  CHECK(parsed("\\(s\\)") == "( s )");
  CHECK(parsed("100\\$") == "100 $");
}

TEST_CASE("every mistake in a phrase is told at its place") {
  CHECK(parsed("/foo") ==
        "at 0: “/” begins an expression, and no “/” ends it; write \\/ to find the sign itself");
  CHECK(parsed("\\/foo") == "/ foo");
  CHECK(parsed("//") == "at 0: there is nothing between the two “/” of this expression");
  CHECK(parsed("/foo/i") ==
        "at 5: nothing can stand behind the closing “/”; an expression that takes capitals and "
        "small letters alike begins with (?i)");
  CHECK(parsed("/\\bfoo\\b/ bar") ==
        "at 9: an expression stands alone; write all of it between the two “/”");
  CHECK(parsed("a ^ b") == "at 2: “^” may only stand at the beginning of a phrase");
  CHECK(parsed("a $ b") == "at 2: “$” may only stand at the end of a phrase");
  CHECK(parsed("a | b") == "at 2: “|” belongs between round brackets: (this|that)");
  CHECK(parsed("é ) b") == "at 3: this bracket was never opened");
  CHECK(parsed("a] b") == "at 1: this bracket was never opened");
  CHECK(parsed("a } b") == "at 2: this bracket was never opened");
  CHECK(parsed("a (b") == "at 2: this bracket is never closed by “)”");
  CHECK(parsed("a[s") == "at 1: this bracket is never closed by “]”");
  CHECK(parsed("(a]") == "at 0: this bracket is never closed by “)”");
  CHECK(parsed("(a $|b)") == "at 3: “$” may only stand at the end of a phrase");
  CHECK(parsed("(^ a|b)") == "at 1: “^” may only stand at the beginning of a phrase");
  CHECK(parsed("the <apology") == "at 4: “<” opens the name of a cue, and is never closed by “>”");
  CHECK(parsed("a {do") == "at 2: a capture is written {name} or {name: this|that}");
  CHECK(parsed("a {} b") == "at 2: a capture is written {name} or {name: this|that}");
  CHECK(parsed("a {do it}") == "at 2: a capture is written {name} or {name: this|that}");
  CHECK(parsed("~ a") == "at 0: “~” belongs right after a word: apologize~");
  CHECK(parsed("(a|b)~") == "at 5: “~” belongs right after a word: apologize~");
  CHECK(parsed("use~d") == "at 4: a space is missing after “~”");
  CHECK(parsed("a > b") == "at 2: this sign has no meaning here; write \\ before it to find it");
  CHECK(parsed("ticket[<x>]") ==
        "at 0: brackets written against a word or against each other may "
        "hold only words: ticket[s]");
  CHECK(parsed(std::string(40, '(') + "a" + std::string(40, ')')) ==
        "at 17: the brackets of this phrase are nested too deeply");
}

TEST_CASE("phrases that could never be found, or everywhere, are mistakes") {
  const std::string nothing = "this phrase would be satisfied by no words at all";
  CHECK(problem("[really]") == nothing);
  CHECK(problem("^ $") == nothing);
  CHECK(problem(",") == nothing);
  CHECK(problem("(a|)") == nothing);
  CHECK(problem("...") == "a phrase needs at least one word or one cue");
  CHECK(problem("{do}") == "a phrase needs at least one word or one cue");
  CHECK(problem("<word>") == "a phrase needs at least one word or one cue");
  CHECK(problem("[really] {do}") == "a phrase needs at least one word or one cue");
  CHECK(problem("<aplogy> but") == "there is no cue called <aplogy>");
  CHECK(problem("<nubmer> days") == "there is no cue called <nubmer>; did you mean <number>?");
  CHECK(problem("<datte>") == "there is no cue called <datte>; did you mean <date>?");
  CHECK(problem("/(/") == "1: this expression cannot be read: missing ): (");
  CHECK(problem("/(?=foo)bar/") ==
        "1: expressions here cannot look ahead or behind, nor refer back: “(?=”");
  CHECK(problem("/(?<!a)b/").starts_with("1: expressions here cannot look ahead or behind"));
  CHECK(problem("/(a)\\1/") ==
        "1: expressions here cannot look ahead or behind, nor refer back: “\\1”");
  CHECK(problem("/a*/") == "1: this expression matches even where there is nothing");
  std::string many = "x";
  for (int i = 0; i < 30; ++i) many += " {c" + std::to_string(i) + "} x";
  CHECK(problem(many) == "this phrase has too many parts; 24 is the most");
}
