#include <catch2/catch.hpp>

#include "input/random_text.hpp"
#include "input/reader.hpp"
#include "world.hpp"

using namespace tonelint;
using namespace tonelint::testing;

namespace {

const std::string rules = guide(
    "cues: {next: [zebra]}\n---\n"
    "a: {find: {'calm down': 'Take your time.', kindly: '', 'ticket[s]': 'conversation{s}'}}\n"
    "b: {find: {'reach out to': 'write to', inquiry: question, 'R&D': lab}}\n"
    "c: {find: {'you forgot to {do}': 'please {do}', 'no worries !': Gladly.}}\n"
    "d: {missing: next, rewrite: 'Next & last.', at: after greeting}\n"
    "e: {missing: next, rewrite: 'Bye.', at: end}\n"
    "f: {find: [é]}");

constexpr std::string_view words[] = {"calm down",
                                      "Calm Down",
                                      "kindly",
                                      "Kindly,",
                                      "tickets",
                                      "an inquiry",
                                      "reach out to",
                                      "You forgot to pay",
                                      "no worries!",
                                      "we",
                                      "é",
                                      "—",
                                      "and",
                                      "**calm down**",
                                      "reach *out* to",
                                      "**we kindly** wait",
                                      "Hi Ann,",
                                      "Best regards,",
                                      "🙂",
                                      "(kindly)",
                                      "CALM DOWN",
                                      "the"};

/// A random draft in a syntax; its marks go around whole words, or cut phrases in two.
std::string draft(RandomText& chance, Syntax syntax) {
  constexpr std::string_view text[] = {" ", " ", " ", ". ", ", ", "\n", "\n\n", "! "};
  constexpr std::string_view markdown[] = {" ",       " ",    ". ", "\n\n", "\n- ",
                                           " &amp; ", "\n> ", " `", "` "};
  constexpr std::string_view html[] = {" ",     " ",    ". ",     "<p>",     "</p>", "<b>",
                                       "</b> ", "<br>", "&nbsp;", " &amp; ", "<li>", "<!-- -->"};
  std::string out;
  for (std::size_t count = chance.below(12); count > 0; --count) {
    out += words[chance.below(std::size(words))];
    out += syntax == Syntax::text       ? text[chance.below(std::size(text))]
           : syntax == Syntax::markdown ? markdown[chance.below(std::size(markdown))]
                                        : html[chance.below(std::size(html))];
  }
  return out;
}

/// What the customer reads, with single spaces.
std::string reading(const std::string& source, Syntax syntax) {
  Reply reply;
  reader_for({.name = {}, .bytes = source, .syntax = syntax}).read(source, reply);
  std::string out;
  for (const char c : reply.text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) out += c;
    if (space && !out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n') c = ' ';
  }
  return text;
}

}  // namespace

TEST_CASE("diagnostics of random drafts lie where their words are") {
  RandomText chance(5);
  for (const Syntax syntax : {Syntax::text, Syntax::markdown, Syntax::html}) {
    int seen = 0;
    for (int round = 0; round < 700; ++round) {
      const std::string source = draft(chance, syntax);
      INFO("syntax " << static_cast<int>(syntax) << ": " << source);
      Reply reply;
      reader_for({.name = {}, .bytes = source, .syntax = syntax}).read(source, reply);
      for (const Diagnostic& found : report_on(rules, source, {}, syntax).diagnostics) {
        ++seen;
        INFO(text_of(found));
        REQUIRE(found.span.end <= source.size());
        REQUIRE(found.span.begin <= found.span.end);
        // The words stand in the text just where the span of the source leads back to.
        bool stands = false;
        for (std::size_t at = reply.text.find(found.match); at != std::string::npos && !stands;
             at = reply.text.find(found.match, at + 1)) {
          const auto begin = static_cast<std::uint32_t>(at);
          stands =
              reply.map.to_source(
                  {begin, begin + static_cast<std::uint32_t>(found.match.size())}) == found.span;
        }
        REQUIRE(stands);
        if (syntax == Syntax::text) {
          REQUIRE(source.substr(found.span.begin, found.span.size()) == found.match);
        }
      }
    }
    CHECK(seen > 1000);
  }
}

TEST_CASE("rewrites of random drafts say what they show") {
  RandomText chance(6);
  for (const Syntax syntax : {Syntax::text, Syntax::markdown, Syntax::html}) {
    int seen = 0;
    for (int round = 0; round < 700; ++round) {
      const std::string source = draft(chance, syntax);
      for (const Diagnostic& found : report_on(rules, source, {}, syntax).diagnostics) {
        for (const Rewrite& rewrite : found.rewrites) {
          if (rewrite.edits.empty()) continue;
          ++seen;
          std::string fixed = source;
          for (auto edit = rewrite.edits.rbegin(); edit != rewrite.edits.rend(); ++edit) {
            REQUIRE(edit->span.end <= fixed.size());
            fixed.replace(edit->span.begin, edit->span.size(), edit->text);
          }
          INFO("syntax " << static_cast<int>(syntax) << ": " << source << "\n→ " << fixed << "\n"
                         << text_of(found));
          const std::string now = reading(fixed, syntax);
          REQUIRE(now.find(one_line(rewrite.text)) != std::string::npos);
        }
      }
    }
    CHECK(seen > 1000);
  }
}
