#include <algorithm>

#include "checks/detectors.hpp"
#include "checks/placeholder_parts.hpp"
#include "checks/prose.hpp"
#include "document/word_list.hpp"

namespace tonelint {
namespace {

constexpr WordList greeting_words({"hi", "hello", "hey", "dear", "hiya"});

/// A greeting with a hole where the name should have come: "Hi ,", "Hello there there". Gives the
/// tokens it is made of, or nothing.
Range hole_in_greeting(const Document& document) {
  const Range greeting = document.part(Part::greeting);
  const auto tokens = document.tokens();
  if (greeting.size() < 2) return {};
  const std::uint32_t first = greeting.begin;
  if (!greeting_words.contains(document.text(tokens[first]))) return {};
  const Token& next = tokens[first + 1];
  const std::string_view mark = document.text(next);
  const bool ends = mark == "," || mark == "!" || mark == ".";
  if (ends && next.has(Token::space_before)) return {first, first + 2};
  // "Dear," is a hole too: nobody is greeted so.
  if (mark == "," && is_word(document.text(tokens[first]), "dear")) return {first, first + 2};
  const bool twice = greeting.size() > 2 && is_word(mark, "there") &&
                     is_word(document.text(tokens[first + 2]), "there");
  if (twice) return {first, first + 3};
  return {};
}

}  // namespace

void detect_placeholder(const Subject& subject, std::vector<Finding>& findings) {
  if (subject.facts.is_template()) return;
  const Document& document = subject.document;
  const auto tokens = document.tokens();
  const Range hole = hole_in_greeting(document);
  if (!hole.empty() && subject.in_scope(hole)) findings.push_back(subject.finding(hole));
  if (!has_placeholders(document)) return;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const Token::Kind kind = tokens[i].kind;
    if (kind != Token::Kind::placeholder && kind != Token::Kind::control) continue;
    if (is_set_as_code(document, tokens[i].span())) continue;
    if (subject.in_scope({i, i + 1})) findings.push_back(subject.finding({i, i + 1}));
  }
}

}  // namespace tonelint
