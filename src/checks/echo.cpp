#include "checks/echo.hpp"

#include <algorithm>

#include "checks/stems.hpp"
#include "document/fold.hpp"

namespace tonelint {
namespace {

/// The customer's own name is no detail of their message.
bool is_name(const Facts& facts, const Document& document, std::uint32_t token) {
  const std::string word = fold(document.text(document.tokens()[token]));
  return std::find(facts.customer.words.begin(), facts.customer.words.end(), word) !=
         facts.customer.words.end();
}

/// The tokens of what the customer tells: no greeting, no name below it.
Range told(const Document& message) {
  Range range{0, static_cast<std::uint32_t>(message.tokens().size())};
  const Range greeting = message.part(Part::greeting);
  const Range sign_off = message.part(Part::sign_off);
  if (!greeting.empty()) range.begin = greeting.end;
  if (!sign_off.empty()) range.end = sign_off.begin;
  range.end = std::max(range.begin, range.end);
  return range;
}

}  // namespace

Range body_of(const Document& document) {
  const Range body = document.part(Part::body);
  return body.empty() ? Range{0, static_cast<std::uint32_t>(document.tokens().size())} : body;
}

std::size_t find_echoes(const Document& document, Range range, const Facts& facts, std::size_t most,
                        std::vector<std::uint32_t>& tokens) {
  tokens.clear();
  if (facts.message == nullptr) return 0;
  thread_local std::vector<Stem> theirs;
  thread_local std::vector<Stem> ours;
  theirs.clear();
  ours.clear();
  content_stems(*facts.message, told(*facts.message), theirs);
  sort(theirs);
  // Most words begin with a letter that none of theirs begins with.
  std::uint32_t firsts = 0;
  for (const Stem& each : theirs) firsts |= 1U << (each.first & 31);
  for (std::uint32_t i = range.begin; i < range.end && tokens.size() < most; ++i) {
    const Token& token = document.tokens()[i];
    if (token.has(Token::ascii) && (firsts >> (document.text()[token.begin] & 31) & 1U) == 0) {
      continue;
    }
    const std::size_t before = ours.size();
    content_stems(document, {i, i + 1}, ours);
    if (ours.size() == before) continue;
    const Stem stem = ours.back();
    ours.pop_back();
    if (!sorted_contain(theirs, stem) || contains(ours, stem) || is_name(facts, document, i)) {
      continue;
    }
    ours.push_back(stem);
    tokens.push_back(i);
  }
  return theirs.size();
}

}  // namespace tonelint
