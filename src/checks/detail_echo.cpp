#include <algorithm>

#include "checks/detectors.hpp"
#include "checks/stems.hpp"
#include "document/fold.hpp"

namespace tonelint {
namespace {

/// A message with less to take up is a thank-you or a greeting.
constexpr std::size_t fewest_details = 3;

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

void detect_detail_echo(const Subject& subject, std::vector<Finding>& findings) {
  const Document& document = subject.document;
  const Document* message = subject.facts.message;
  if (message == nullptr || document.word_count() < subject.option("words", 25)) return;
  const double min = subject.option("min", 1);
  thread_local std::vector<Stem> theirs;
  thread_local std::vector<Stem> ours;
  theirs.clear();
  ours.clear();
  content_stems(*message, told(*message), theirs);
  if (theirs.size() < fewest_details) return;
  const Range body = document.part(Part::body);
  const auto count = static_cast<std::uint32_t>(document.tokens().size());
  Range whole = body.empty() ? Range{0, count} : body;
  if (const double sentences = subject.option("sentences", 0); sentences > 0) {
    const auto last = document.sentence_of(whole.begin) + static_cast<std::uint32_t>(sentences) - 1;
    if (last < document.sentences().size()) {
      whole.end = std::min(whole.end, document.sentences()[last].tokens.end);
    }
  }
  double shared = 0;
  for (std::uint32_t i = whole.begin; i < whole.end; ++i) {
    const std::size_t before = ours.size();
    content_stems(document, {i, i + 1}, ours);
    if (ours.size() == before || !contains(theirs, ours.back())) continue;
    const Stem stem = ours.back();
    ours.pop_back();
    if (contains(ours, stem) || is_name(subject.facts, document, i)) continue;
    ours.push_back(stem);
    if (++shared >= min) return;
  }
  const Range first = document.sentences()[document.sentence_of(whole.begin)].tokens;
  if (!subject.in_scope(first)) return;
  findings.push_back(subject.finding(first));
  findings.back().count = shared;
}

}  // namespace tonelint
